import type { Announce } from './announce.js';

/** One event on its way into one reaction. `tx` is the transaction that also moves the inbox cursor: never open another. */
export class Delivery<Tx = unknown, Shared = undefined> {
  readonly tx!: Tx;
  /** What `@On(contract, sharing)` names: the work this reaction shares with the others of the transaction. */
  readonly shared!: Shared;
  /** When the owner says it happened. */
  readonly at!: Date;
  /** The clock of this transaction; the same for everything written in it. */
  readonly now!: Date;
  readonly eventId!: string;
  /** Dense per (owner, aggregate), starting at 1. */
  readonly sequence!: number;
  readonly aggregateId!: string;
  /** The service that announced the event. */
  readonly source!: string;
  readonly correlationId!: string;
  /** What caused the event: the id of a request or of another event. */
  readonly causationId!: string | undefined;
  readonly announce!: Announce;
  /** A new UUID. A retried event gets others, which is harmless: what the first try wrote was rolled back. */
  readonly newId!: () => string;

  constructor(facts: { readonly [K in keyof Delivery<Tx, Shared>]: Delivery<Tx, Shared>[K] }) {
    Object.assign(this, facts);
  }
}
