import type { Arrival, Poison } from './inbox-protocol.js';

/** The owner was asked for what is missing. */
export interface Question {
  readonly number: number;
  /** What waited for the missing event when the owner was asked: its answer speaks of these and of nothing that came later. */
  readonly waiting: readonly string[];
}

/** One aggregate's events inside a process: they run one after the other, whatever other lanes do. */
export interface Lane<A extends Arrival> {
  readonly aggregateId: string;
  /** Sorted by sequence. While a transaction runs, its first `runningCount` are in it. */
  waiting: A[];
  runningCount: number;
  /** Where it waits for its turn. */
  row: 'eager' | 'calm' | 'suspect' | 'hung' | null;
  /** An event that waits has a reaction: the others, with nothing but a cursor to move, may take their time. */
  isEager: boolean;
  /** `shared`: in one transaction with other lanes. `alone`: by itself. `single`: one event at a time, to find the culprit. */
  mode: 'shared' | 'alone' | 'single';
  /** While this event waits the lane stays out of shared transactions. */
  suspect: string | null;
  /** Its last failure of its own was a reaction that did not end: trying again may hold a place for long. */
  hangs: boolean;
  /** Failures in a row, for the back-off. */
  failures: number;
  /** Failures of the first event that count against it; an outage does not. */
  attempts: number;
  notBefore: number;
  poison: Poison | null;
  /** The missing event seen last; asked from the owner when it is still missing a moment later. */
  missingFrom: number | null;
  /** The question that the owner has not answered yet. */
  asked: Question | null;
  touchedAt: number;
}

export function newLane<A extends Arrival>(aggregateId: string, now: number): Lane<A> {
  return {
    aggregateId,
    waiting: [],
    runningCount: 0,
    row: null,
    isEager: false,
    mode: 'shared',
    suspect: null,
    hangs: false,
    failures: 0,
    attempts: 0,
    notBefore: 0,
    poison: null,
    missingFrom: null,
    asked: null,
    touchedAt: now,
  };
}

/**
 * Puts an arrival where its sequence belongs, never before those that are already running (`endRun` mends that).
 *
 * @returns false when the same event is on hand already and this copy, fetched from the owner, adds nothing
 */
export function insertInOrder<A extends Arrival>(lane: Lane<A>, arrival: A): boolean {
  const { waiting } = lane;
  let at = waiting.length;
  while (at > lane.runningCount && waiting[at - 1]!.sequence > arrival.sequence) at -= 1;
  if (arrival.token === null && waiting.some(({ eventId }) => eventId === arrival.eventId)) return false;
  waiting.splice(at, 0, arrival);
  return true;
}

/** The transaction is over: what came meanwhile takes its place in the order. */
export function endRun<A extends Arrival>(lane: Lane<A>): void {
  lane.runningCount = 0;
  lane.waiting.sort((one, other) => one.sequence - other.sequence);
}

export function tokensOf<A extends Arrival>(arrivals: readonly A[]): number[] {
  return arrivals.flatMap(({ token }) => (token === null ? [] : [token]));
}

/** Nothing left to do and nothing to remember. */
export function isSpent<A extends Arrival>(lane: Lane<A>): boolean {
  return lane.waiting.length === 0 && lane.runningCount === 0 && lane.asked === null && lane.failures === 0;
}

/** Neither in a transaction nor waiting for its owner's answer. */
export function isFree<A extends Arrival>(lane: Lane<A>): boolean {
  return lane.runningCount === 0 && lane.asked === null;
}
