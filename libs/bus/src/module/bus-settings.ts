import type { StreamOptions } from '../nats/owner-stream.js';

/** Where broker and database are, and how much a service takes on at once. */
export interface BusSettings {
  readonly natsUrl: string;
  readonly natsUser?: string | undefined;
  readonly natsPassword?: string | undefined;
  /** The service's own database, for the relay's dedicated session. */
  readonly databaseUrl: string;
  readonly stream: StreamOptions;
  /** Transactions side by side for the events of one owner. */
  readonly inboxTransactions: number;
  /** Events on hand for one owner. */
  readonly inboxCapacity: number;
  /** A reaction that has not ended by then counts as hung; at its first try it gets a twentieth of it. */
  readonly eventDeadlineMs: number;
  /** How often an owner's record is compared with what was taken here. */
  readonly sweepEveryMs: number;
  readonly requestConcurrency: number;
  readonly requestQueue: number;
  /** The whole of stopping. */
  readonly drainMs: number;
}

/** The environment's word, then the defaults. `given` (tests, simulators) goes before both. */
export function busSettings(given: Partial<BusSettings> = {}, environment = process.env): BusSettings {
  return {
    natsUrl: environment['NATS_URL'] ?? 'nats://127.0.0.1:4222',
    natsUser: environment['NATS_USER'],
    natsPassword: environment['NATS_PASSWORD'],
    databaseUrl: environment['DATABASE_URL'] ?? '',
    stream: {},
    inboxTransactions: 2,
    inboxCapacity: 1_000,
    eventDeadlineMs: 10_000,
    sweepEveryMs: 30_000,
    requestConcurrency: 32,
    requestQueue: 256,
    drainMs: 9_000, // a process has ten seconds, and closes its pool after this
    ...given,
  };
}
