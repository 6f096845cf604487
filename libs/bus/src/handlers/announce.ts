import type { BodyOf, EventContract } from '../contracts/contract.js';

/**
 * Writes an event of this service to its outbox, in the transaction of the command or reaction. The body is checked against
 * the contract at once; the row is written with all others of the transaction just before it commits.
 */
export type Announce = <E extends object>(contract: EventContract<E>, body: BodyOf<E>) => Promise<void>;
