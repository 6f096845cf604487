import type { Announce } from './announce.js';

/** Who asks, as the gateway verified it. Travels with every request. */
export interface Claims {
  /** The subject of the access token. */
  readonly subject: string;
  readonly name: string;
  readonly roles: readonly string[];
  /** The person in resourcing, when the account belongs to one. */
  readonly personId?: string;
}

/** A question on its way to a query: no transaction; inject the service's Database to read. */
export class Asking {
  readonly tx!: undefined;
  readonly claims!: Claims;
  readonly correlationId!: string;
  readonly now!: Date;
  /** Milliseconds the caller still waits; a long computation should stop in time. */
  readonly remainingMs!: () => number;

  constructor(facts: { readonly [K in keyof Asking]: Asking[K] }) {
    Object.assign(this, facts);
  }
}

/** A command on its way to its handler, inside the transaction that also stores its answer under its key. */
export class Call<Tx = unknown, Prepared = undefined> {
  readonly tx!: Tx;
  readonly claims!: Claims;
  readonly correlationId!: string;
  readonly idempotencyKey!: string;
  /** The clock of this transaction; the same for everything written in it. */
  readonly now!: Date;
  /** The version the caller saw (If-Match); a handler refuses when the record has another one. */
  readonly expectedVersion!: number | undefined;
  readonly remainingMs!: () => number;
  /** What the method marked with `@Prepares` returned, before the transaction. */
  readonly prepared!: Prepared;
  readonly newId!: () => string;
  readonly announce!: Announce;

  constructor(facts: { readonly [K in keyof Call<Tx, Prepared>]: Call<Tx, Prepared>[K] }) {
    Object.assign(this, facts);
  }
}
