export { selectPortfolio } from './select-portfolio.js';
export type { PortfolioSelection, SelectionWish } from './select-portfolio.js';
export type { LimitPrice } from './selection-task.js';
