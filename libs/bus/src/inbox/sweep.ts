import { compareHeads } from '../protocol/compare-heads.js';
import type { Comparison } from '../protocol/compare-heads.js';
import type { SealedEvent } from '../wire/sealed-event.js';
import type { StoredCursor } from './cursor-table.js';
import type { HeadPage, OwnerRecord } from './inbox-ports.js';

export interface SweepPorts {
  readonly owner: OwnerRecord;
  /** Cursors of the named aggregates. */
  cursorsOf(aggregateIds: readonly string[]): Promise<ReadonlyMap<string, StoredCursor>>;
  /** Cursors of all aggregates after one id up to another (null: to the end). */
  cursorsBetween(after: string | null, upTo: string | null): Promise<ReadonlyMap<string, StoredCursor>>;
  /** Hands fetched events to the lanes; resolves when there is room for more. */
  offer(events: readonly SealedEvent[]): Promise<void>;
  /** Fetched events live in memory only: look at these aggregates again until nothing is missing. */
  watch(aggregateIds: readonly string[]): void;
  /** The owner no longer has what this cursor names. */
  parkDiverged(aggregateId: string, cursor: StoredCursor): Promise<void>;
  /** A moment for events that are on their way. */
  pause(): Promise<void>;
}

const HEADS_PER_PAGE = 500;
const EVENTS_PER_FETCH = 1_000;

/**
 * One round of anti-entropy: what the owner announced against what was taken here. It alone brings everything back after the
 * broker has lost its disk, and it alone notices an owner that was restored from an old backup.
 *
 * @param since horizon of the last round, or null for all aggregates
 * @returns the horizon for the next round
 */
export async function sweep(ports: SweepPorts, since: string | null): Promise<string> {
  let after: string | null = null;
  let horizon: string | null = null;
  do {
    const page: HeadPage = await ports.owner.listHeads({ after, since, limit: HEADS_PER_PAGE });
    const isBehind = await comparePage(ports, page, after);
    if (isBehind) {
      await ports.pause();
      await mend(ports, await compareAgain(ports, page, after));
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
export async function lookAgain(
  ports: SweepPorts,
  aggregateIds: readonly string[],
): Promise<readonly string[]> {
  const cursors = await ports.cursorsOf(aggregateIds);
  const wanted = aggregateIds
    .filter((aggregateId) => cursors.get(aggregateId)?.parkedSequence == null)
    .map((aggregateId) => ({ aggregateId, fromSequence: (cursors.get(aggregateId)?.sequence ?? 0) + 1 }));
  if (wanted.length === 0) return [];
  const events = await ports.owner.fetchEvents(wanted, EVENTS_PER_FETCH);
  await ports.offer(events);
  // An answer that was cut short says nothing about those it did not reach.
  const isCut = events.length >= EVENTS_PER_FETCH;
  return isCut
    ? wanted.map(({ aggregateId }) => aggregateId)
    : [...new Set(events.map(({ aggregateId }) => aggregateId))];
}

async function comparePage(ports: SweepPorts, page: HeadPage, after: string | null): Promise<boolean> {
  const { behind, suspect } = await compareAgain(ports, page, after);
  return behind.length + suspect.length > 0;
}

async function compareAgain(ports: SweepPorts, page: HeadPage, after: string | null): Promise<Comparison> {
  const cursors = page.isComplete
    ? await ports.cursorsBetween(after, page.after)
    : await ports.cursorsOf(page.heads.map(({ aggregateId }) => aggregateId));
  return compareHeads(page.heads, cursors);
}

async function mend(ports: SweepPorts, { behind, suspect }: Comparison): Promise<void> {
  ports.watch(behind.map(({ aggregateId }) => aggregateId));
  let open = behind.map((one) => ({ ...one }));
  while (open.length > 0) {
    const events = await ports.owner.fetchEvents(
      open.slice(0, HEADS_PER_PAGE).map(({ aggregateId, fromSequence }) => ({ aggregateId, fromSequence })),
      EVENTS_PER_FETCH,
    );
    if (events.length === 0) break; // the owner changed its mind meanwhile; the next round will see
    await ports.offer(events);
    const reached = new Map(events.map(({ aggregateId, sequence }) => [aggregateId, sequence]));
    open = open
      .map((one) => ({ ...one, fromSequence: (reached.get(one.aggregateId) ?? one.fromSequence - 1) + 1 }))
      .filter((one) => one.fromSequence <= one.toSequence);
  }
  await verifySuspects(ports, suspect);
}

/** A suspect is cleared when the owner still has the very event our cursor names. */
async function verifySuspects(ports: SweepPorts, suspect: readonly string[]): Promise<void> {
  if (suspect.length === 0) return;
  const cursors = await ports.cursorsOf(suspect);
  for (const [aggregateId, cursor] of cursors) {
    if (cursor.parkedSequence !== null || cursor.sequence === 0) continue;
    const [event] = await ports.owner.fetchEvents([{ aggregateId, fromSequence: cursor.sequence }], 1);
    if (event?.eventId !== cursor.eventId) await ports.parkDiverged(aggregateId, cursor);
  }
}
