export { Refusal } from './refusal.js';
export type { RefusalKind, RefusalNote, RefusalOptions } from './refusal.js';
