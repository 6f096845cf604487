/** Provides the `BusFigures` of the application. */
export const BUS_FIGURES = Symbol('meridian-bus-figures');
