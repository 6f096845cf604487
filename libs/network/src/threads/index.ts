export { RiskThreads } from './risk-threads.js';
