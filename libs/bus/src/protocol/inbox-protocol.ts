/** An event on hand: received from the broker (with a token to settle it) or fetched from its owner (without). */
export interface Arrival {
  readonly token: number | null;
  readonly aggregateId: string;
  readonly eventId: string;
  readonly sequence: number;
  /** Nothing reacts to it: its cursor moves, and that is all. Default: something does. */
  readonly isPassedOver?: boolean;
  /** So long that whoever shares a transaction with it waits for it. Default: it is not. */
  readonly isLong?: boolean;
}

/**
 * Why an attempt failed. `permanent`: trying again cannot help. `conflict`: another transaction was in the way. `defect`: an
 * error nobody foresaw. `hang`: no end within the deadline. `outage`: the database or a service is away; it never counts as the
 * event's fault.
 */
export type FailureClass = 'permanent' | 'conflict' | 'defect' | 'hang' | 'outage';

/** Events that must not be tried again: they go to the dead letters. */
export interface Poison {
  /** One, or several that nobody announced. */
  readonly eventIds: readonly string[];
  readonly kind: 'permanent' | 'exhausted' | 'hang' | 'alien';
  readonly reason: string;
  readonly attempts: number;
}

/** One aggregate's events for one transaction, in order. */
export interface LaneWork<A extends Arrival> {
  readonly aggregateId: string;
  readonly arrivals: readonly A[];
  readonly poison: Poison | null;
  /** It failed before, or is long, and runs by itself. */
  readonly isAlone: boolean;
}

/** What became of one lane in a transaction that committed. */
export interface LaneOutcome {
  readonly aggregateId: string;
  /** Arrivals that are done with: taken, skipped, held or parked. The others wait on. */
  readonly doneCount: number;
  /** The event that must come first and is not on hand. */
  readonly missingFrom: number | null;
}

export type InboxInput<A extends Arrival> =
  | { readonly kind: 'arrived'; readonly arrivals: readonly A[] }
  | { readonly kind: 'committed'; readonly outcomes: readonly LaneOutcome[] }
  | {
      readonly kind: 'failed';
      readonly aggregateIds: readonly string[];
      /** The event whose reaction threw, when it is known. */
      readonly culprit: { readonly aggregateId: string; readonly eventId: string } | null;
      readonly failure: FailureClass;
      readonly reason: string;
    }
  /** Events from the owner's record. `question`: the `fetch` they answer; null: a sweep or a redrive brings them unasked. */
  | {
      readonly kind: 'fetched';
      readonly aggregateId: string;
      readonly question: number | null;
      readonly arrivals: readonly A[];
    }
  | { readonly kind: 'fetch-failed'; readonly aggregateId: string; readonly question: number }
  | { readonly kind: 'tick' }
  | { readonly kind: 'drain' };

export type InboxEffect<A extends Arrival> =
  /** Open one transaction, lock the cursors, judge and take the events; answered by `committed` or `failed`. */
  | { readonly kind: 'run'; readonly work: readonly LaneWork<A>[] }
  | { readonly kind: 'ack'; readonly tokens: readonly number[] }
  | { readonly kind: 'nak'; readonly tokens: readonly number[]; readonly delayMs: number }
  /** Still at work: the broker shall not give these to anyone else yet. */
  | { readonly kind: 'extend'; readonly tokens: readonly number[] }
  /** Fetched events of this aggregate were let go: it has to be compared with its owner again. */
  | { readonly kind: 'dropped'; readonly aggregateId: string }
  /** Ask the owner for what is missing; answered by `fetched` or `fetch-failed`. */
  | {
      readonly kind: 'fetch';
      readonly aggregateId: string;
      readonly fromSequence: number;
      /** Goes back with the answer: one that comes late is not taken for the answer to a later question. */
      readonly question: number;
    };

/** What is known against one event of a lane. */
export function poisonOf({ poison }: Pick<LaneWork<Arrival>, 'poison'>, eventId: string): Poison | null {
  return poison !== null && poison.eventIds.includes(eventId) ? poison : null;
}

export interface InboxLimits {
  /** Transactions side by side. */
  readonly transactions: number;
  readonly eventsPerTransaction: number;
  readonly lanesPerTransaction: number;
  /** So many lanes begin a transaction without waiting for more. */
  readonly lanesThatFill: number;
  /** Between the beginnings of two transactions that are not full, where something reacts and where nothing does. */
  readonly gatherMs: { readonly eager: number; readonly calm: number };
  /** Attempts before an event is parked, by class of failure. */
  readonly attempts: Readonly<Record<'conflict' | 'defect' | 'hang', number>>;
}

export const INBOX_LIMITS: InboxLimits = {
  transactions: 4,
  eventsPerTransaction: 200,
  lanesPerTransaction: 64,
  lanesThatFill: 16,
  gatherMs: { eager: 6, calm: 100 },
  attempts: { conflict: 10, defect: 5, hang: 2 },
};
