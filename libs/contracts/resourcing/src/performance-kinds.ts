/** What is shown of somebody's work, each with what it is measured against. */
export const PERFORMANCE_KINDS = [
  'on-time',
  'estimate-accuracy',
  'rework',
  'utilisation',
  'overtime',
  'waiting-for-others',
] as const;
export type PerformanceKind = (typeof PERFORMANCE_KINDS)[number];

/** A quarter of weeks: those whose Monday lies in it. */
export const PERIOD = /^20\d{2}-Q[1-4]$/;

/** What a figure is a share of. */
export const PERFORMANCE_DENOMINATORS = [
  'accepted-tasks',
  'finished-tasks-with-estimate',
  'approved-project-minutes',
  'minutes-net-of-leave',
  'approved-minutes',
  'working-days',
] as const;
export type PerformanceDenominator = (typeof PERFORMANCE_DENOMINATORS)[number];
