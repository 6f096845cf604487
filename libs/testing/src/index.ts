export { eventually } from './eventually.js';
export type { Patience } from './eventually.js';
export { fixedClock } from './fixed-clock.js';
export type { FixedClock } from './fixed-clock.js';
export { freePort } from '@meridian/local';
export { testBroker } from './test-broker.js';
export type { TestBroker } from './test-broker.js';
export { emptyDatabase, testDatabase } from './test-database.js';
export type { TestDatabase } from './test-database.js';
