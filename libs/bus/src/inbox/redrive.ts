import { Refusal } from '@meridian/refusal';
import type { ServiceDatabase, SqlRunner } from '../outbox/service-database.js';
import type { SealedEvent } from '../wire/sealed-event.js';
import { freed, skipped } from '../protocol/cursor-rules.js';
import { lockCursors, saveCursors } from './cursor-table.js';
import { messageOf } from './failure-class.js';
import { fetchedArrival } from './inbox-ports.js';
import type { OwnerRecord } from './inbox-ports.js';
import { leaveParked, openLetter, settle } from './open-letters.js';
import type { Letter } from './open-letters.js';
import { ReactionFailed } from './react.js';
import { takeIn } from './take-events.js';
import type { TakeOptions } from './taking.js';

export interface RedriveParts {
  readonly database: ServiceDatabase;
  readonly ownerOf: (source: string) => OwnerRecord;
  readonly takeOptions: (source: string) => TakeOptions;
}

export interface Redriven {
  readonly source: string;
  /** Events of the aggregate that waited behind the letter, in order; hand them to the lanes. */
  readonly following: readonly SealedEvent[];
  readonly announced: number;
}

const FOLLOWING_LIMIT = 500;

/**
 * Applies a parked event again, under the lock of its aggregate, and frees the aggregate. Fails as a whole: when the event is
 * refused again it stays where it is, and the attempt is noted.
 */
export async function redrive(parts: RedriveParts, id: string, by: string): Promise<Redriven> {
  try {
    return await attempt(parts, id, by);
  } catch (thrown) {
    const error = thrown instanceof ReactionFailed ? thrown.cause : thrown;
    await leaveParked(parts.database, id, by, error);
    if (error instanceof Refusal) throw error;
    throw new Refusal('bus/redrive-failed', messageOf(error), { kind: 'unprocessable' });
  }
}

async function attempt(parts: RedriveParts, id: string, by: string): Promise<Redriven> {
  const letter = await openLetter(parts.database, id, '');
  if (letter.aggregate_id === null) {
    throw new Refusal(
      'bus/letter-unreadable',
      'Nothing in this message tells what it is about. It can only be discarded.',
    );
  }
  const owned = await ownedFrom(parts.ownerOf(letter.source), letter);
  const { events } = owned;
  const options = parts.takeOptions(letter.source);
  const limits = { maxWait: 5_000, timeout: options.eventDeadlineMs + 5_000 };
  const announced = await parts.database.$transaction(async (tx) => {
    await openLetter(tx, id, 'FOR UPDATE'); // someone else may have settled it meanwhile
    await free(tx, letter, owned);
    await settle(tx, id, 'redriven', by, null);
    const [first] = events;
    if (!first) return 0;
    const work = [
      { aggregateId: first.aggregateId, arrivals: [fetchedArrival(first)], poison: null, isAlone: true },
    ];
    const taken = await takeIn(tx, work, options);
    if (taken.parked.length > 0) throw new StillPoison(taken.parked[0]!.reason);
    if (taken.outcomes[0]!.missingFrom !== null) throw new StillPoison('Events before it are missing.');
    return taken.announced;
  }, limits);
  return { source: letter.source, following: events.slice(1), announced };
}

export interface Discarded {
  readonly source: string;
  /** The aggregate that may go on now, if the letter had one. */
  readonly aggregateId: string | null;
}

/** Skips a parked event for good: the aggregate goes on with the next one. */
export async function discard(
  database: ServiceDatabase,
  id: string,
  by: string,
  why: string,
): Promise<Discarded> {
  try {
    return await database.$transaction((tx) => discardIn(tx, id, by, why));
  } catch (error) {
    await leaveParked(database, id, by, error);
    throw error;
  }
}

async function discardIn(tx: SqlRunner, id: string, by: string, why: string): Promise<Discarded> {
  const letter = await openLetter(tx, id, 'FOR UPDATE');
  const { source, aggregate_id: aggregateId } = letter;
  if (letter.reason_kind === 'diverged') {
    throw new Refusal(
      'bus/letter-diverged',
      'The owner has another history. Reconcile the data, then redrive the letter.',
    );
  }
  if (aggregateId !== null && letter.reason_kind !== 'alien') {
    const cursor = (await lockCursors(tx, source, [aggregateId])).cursors.get(aggregateId)!;
    const place = skipped(cursor, { sequence: Number(letter.sequence), eventId: letter.event_id! });
    const moved = { ...cursor, ...place, heldSequence: place === cursor ? cursor.heldSequence : null };
    await saveCursors(tx, source, new Map([[aggregateId, moved]]));
  }
  await settle(tx, id, 'discarded', by, why);
  return { source, aggregateId };
}

class StillPoison extends Error {
  constructor(reason: string) {
    super(`The event still cannot be taken: ${reason}`);
    this.name = 'StillPoison';
  }
}

interface Owned {
  /** From the letter's number on. */
  readonly events: readonly SealedEvent[];
  /** The last event before that number, known when there is none from it on. */
  readonly head: SealedEvent | null;
}

/** The owner's own copy is better than what the broker brought; when the owner is away, what we have must do. */
async function ownedFrom(owner: OwnerRecord, letter: Letter): Promise<Owned> {
  const isDiverged = letter.reason_kind === 'diverged';
  const wanted = [{ aggregateId: letter.aggregate_id!, fromSequence: Number(letter.sequence) }];
  try {
    const events = await owner.fetchEvents(wanted, FOLLOWING_LIMIT);
    if (events.length > 0) return { events, head: null };
    if (isDiverged) return { events, head: await lastOf(owner, letter.aggregate_id!) };
  } catch (error) {
    if (isDiverged) throw error;
  }
  const copy = { ...letter.headers, payload: Buffer.from(letter.payload, 'base64').toString('utf8') };
  return { events: [copy], head: null };
}

/** The last event its owner has of an aggregate. */
async function lastOf(owner: OwnerRecord, aggregateId: string): Promise<SealedEvent | null> {
  let last: SealedEvent | null = null;
  for (;;) {
    const fromSequence = (last?.sequence ?? 0) + 1;
    const events = await owner.fetchEvents([{ aggregateId, fromSequence }], FOLLOWING_LIMIT);
    if (events.length === 0) return last;
    last = events.at(-1)!;
  }
}

/** Unparks the aggregate. */
async function free(tx: SqlRunner, letter: Letter, owned: Owned): Promise<void> {
  const aggregateId = letter.aggregate_id!;
  const cursor = (await lockCursors(tx, letter.source, [aggregateId])).cursors.get(aggregateId)!;
  const parked = { sequence: Number(letter.sequence), kind: letter.reason_kind };
  const place = freed(cursor, parked, { first: owned.events[0], head: owned.head });
  if (place === cursor) return;
  const moved = { ...cursor, ...place, heldSequence: null };
  await saveCursors(tx, letter.source, new Map([[aggregateId, moved]]));
}
