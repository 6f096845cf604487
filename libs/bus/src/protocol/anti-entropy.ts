import { compareHeads } from './compare-heads.js';
import type { Comparison, Head } from './compare-heads.js';
import type { Cursor, Link } from './cursor-rules.js';

export interface HeadPage {
  readonly heads: readonly Head[];
  /** Pass it to the next question of the same sweep; null on the last page. */
  readonly after: string | null;
  /** Pass it to the next sweep, to hear only of what was committed since. */
  readonly horizon: string;
  /** All aggregates, whatever was asked: an aggregate that is not listed does not exist. */
  readonly isComplete: boolean;
}

export interface Wanted {
  readonly aggregateId: string;
  readonly fromSequence: number;
}

/** What anti-entropy needs to know of an event. */
export interface OwnedEvent extends Link {
  readonly aggregateId: string;
}

/** What a round of anti-entropy asks its driver for, one thing at a time; `SweepAnswer` is what must come back. */
export type SweepQuestion<E extends OwnedEvent> =
  | {
      readonly kind: 'list-heads';
      readonly after: string | null;
      readonly since: string | null;
      readonly limit: number;
    }
  | { readonly kind: 'cursors-of'; readonly aggregateIds: readonly string[] }
  /** Cursors of all aggregates after one id up to another (null: to the end). */
  | { readonly kind: 'cursors-between'; readonly after: string | null; readonly upTo: string | null }
  | { readonly kind: 'fetch-events'; readonly wanted: readonly Wanted[]; readonly limit: number }
  /** Hand these to the lanes; answered when there is room for more. */
  | { readonly kind: 'offer'; readonly events: readonly E[] }
  /** Fetched events live in memory only: look at these aggregates again until nothing is missing. */
  | { readonly kind: 'watch'; readonly aggregateIds: readonly string[] }
  /** The owner no longer has what this cursor names. */
  | { readonly kind: 'park-diverged'; readonly aggregateId: string; readonly cursor: Cursor }
  /** A moment for events that are on their way. */
  | { readonly kind: 'pause' };

export type SweepAnswer<E extends OwnedEvent> = HeadPage | ReadonlyMap<string, Cursor> | readonly E[] | void;

export type SweepRound<E extends OwnedEvent, R> = Generator<SweepQuestion<E>, R, SweepAnswer<E>>;

export interface SweepOptions {
  readonly headsPerPage: number;
  readonly eventsPerFetch: number;
  readonly compare: typeof compareHeads;
}

export const SWEEP_OPTIONS: SweepOptions = {
  headsPerPage: 500,
  eventsPerFetch: 1_000,
  compare: compareHeads,
};

/**
 * One round of anti-entropy: what the owner announced against what was taken here. It alone brings everything back after the
 * broker has lost its disk, and it alone notices an owner that was restored from an old backup.
 *
 * Pure: everything outside is a question to the driver (inbox/sweep.ts in production, the simulator otherwise).
 *
 * @param since horizon of the last round, or null for all aggregates
 * @returns the horizon for the next round
 */
export function* sweepRound<E extends OwnedEvent>(
  since: string | null,
  options: SweepOptions = SWEEP_OPTIONS,
): SweepRound<E, string> {
  let after: string | null = null;
  let horizon: string | null = null;
  do {
    const page = (yield { kind: 'list-heads', after, since, limit: options.headsPerPage }) as HeadPage;
    const { behind, suspect } = yield* compared<E>(page, after, options);
    if (behind.length + suspect.length > 0) {
      yield { kind: 'pause' };
      yield* mend<E>(yield* compared<E>(page, after, options), options);
    }
    horizon ??= page.horizon;
    after = page.after;
  } while (after !== null);
  return horizon;
}

/**
 * Aggregates under watch, without asking for heads.
 *
 * @returns those of which events were still missing
 */
export function* lookAgainRound<E extends OwnedEvent>(
  aggregateIds: readonly string[],
  { eventsPerFetch }: SweepOptions = SWEEP_OPTIONS,
): SweepRound<E, readonly string[]> {
  const cursors = (yield { kind: 'cursors-of', aggregateIds }) as ReadonlyMap<string, Cursor>;
  const wanted = aggregateIds
    .filter((aggregateId) => cursors.get(aggregateId)?.parkedSequence == null)
    .map((aggregateId) => ({ aggregateId, fromSequence: (cursors.get(aggregateId)?.sequence ?? 0) + 1 }));
  if (wanted.length === 0) return [];
  const events = (yield { kind: 'fetch-events', wanted, limit: eventsPerFetch }) as readonly E[];
  yield { kind: 'offer', events };
  // An answer that was cut short says nothing about those it did not reach.
  const isCut = events.length >= eventsPerFetch;
  return isCut
    ? wanted.map(({ aggregateId }) => aggregateId)
    : [...new Set(events.map(({ aggregateId }) => aggregateId))];
}

function* compared<E extends OwnedEvent>(
  page: HeadPage,
  after: string | null,
  { compare }: SweepOptions,
): SweepRound<E, Comparison> {
  const question: SweepQuestion<E> = page.isComplete
    ? { kind: 'cursors-between', after, upTo: page.after }
    : { kind: 'cursors-of', aggregateIds: page.heads.map(({ aggregateId }) => aggregateId) };
  return compare(page.heads, (yield question) as ReadonlyMap<string, Cursor>);
}

function* mend<E extends OwnedEvent>(
  { behind, suspect }: Comparison,
  { headsPerPage, eventsPerFetch }: SweepOptions,
): SweepRound<E, void> {
  yield { kind: 'watch', aggregateIds: behind.map(({ aggregateId }) => aggregateId) };
  let open = behind.map((one) => ({ ...one }));
  while (open.length > 0) {
    const wanted = open
      .slice(0, headsPerPage)
      .map(({ aggregateId, fromSequence }) => ({ aggregateId, fromSequence }));
    const events = (yield { kind: 'fetch-events', wanted, limit: eventsPerFetch }) as readonly E[];
    if (events.length === 0) break; // the owner changed its mind meanwhile; the next round will see
    yield { kind: 'offer', events };
    const reached = new Map(events.map(({ aggregateId, sequence }) => [aggregateId, sequence]));
    open = open
      .map((one) => ({ ...one, fromSequence: (reached.get(one.aggregateId) ?? one.fromSequence - 1) + 1 }))
      .filter((one) => one.fromSequence <= one.toSequence);
  }
  yield* verifySuspects<E>(suspect);
}

/** A suspect is cleared when the owner still has the very event our cursor names. */
function* verifySuspects<E extends OwnedEvent>(suspect: readonly string[]): SweepRound<E, void> {
  if (suspect.length === 0) return;
  const cursors = (yield { kind: 'cursors-of', aggregateIds: suspect }) as ReadonlyMap<string, Cursor>;
  for (const [aggregateId, cursor] of cursors) {
    if (cursor.parkedSequence !== null || cursor.sequence === 0) continue;
    const wanted = [{ aggregateId, fromSequence: cursor.sequence }];
    const [event] = (yield { kind: 'fetch-events', wanted, limit: 1 }) as readonly E[];
    if (event?.eventId !== cursor.eventId) yield { kind: 'park-diverged', aggregateId, cursor };
  }
}
