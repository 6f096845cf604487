/** How far a consumer has come with one aggregate of one owner. */
export interface Cursor {
  /** The last event taken; 0 before the first. */
  readonly sequence: number;
  /** The id of that event: the link to the next one. Null before the first. */
  readonly eventId: string | null;
  /** The aggregate waits behind a dead letter from this sequence on. */
  readonly parkedSequence: number | null;
}

/** What the rules need to know of an event. */
export interface Link {
  readonly eventId: string;
  readonly sequence: number;
  readonly previousId: string | null;
}

export type Verdict = 'next' | 'duplicate' | 'gap' | 'held' | 'diverged';

export const NEW_CURSOR: Cursor = { sequence: 0, eventId: null, parkedSequence: null };

/**
 * Whether an event is the next of its aggregate.
 *
 * The number alone would be enough if owners never lost their memory. An owner restored from a backup uses numbers again, so the
 * event must also name the event we took before it; otherwise the two histories have parted and a person has to look.
 */
export function judge(cursor: Cursor, event: Link): Verdict {
  if (event.sequence < cursor.sequence) return 'duplicate';
  if (event.eventId === cursor.eventId) return 'duplicate';
  // Whatever else is wrong with an aggregate that waits already, one dead letter at a time: two would free it twice.
  if (cursor.parkedSequence !== null) return 'held';
  if (event.sequence === cursor.sequence) return 'diverged';
  if (event.sequence > cursor.sequence + 1) return 'gap';
  return event.previousId === cursor.eventId ? 'next' : 'diverged';
}

/** The cursor after an event was taken. */
export function advance(cursor: Cursor, event: Link): Cursor {
  return { ...cursor, sequence: event.sequence, eventId: event.eventId };
}

/** What happens to the next arrival of a lane. */
export type Decision = 'take' | 'skip' | 'hold' | 'wait' | 'park-diverged' | 'park-poison' | 'set-aside';

/**
 * Decides over one arrival, with the cursor locked. `poison` is set when this event must not be tried (again).
 *
 * `set-aside`: an event its owner does not know goes to the dead letters without parking anything; it was never part of the history. One that
 * fits after all is taken: nobody could free an aggregate that waits behind a letter of that kind.
 */
export function decide(cursor: Cursor, event: Link, poison: { readonly kind: string } | null): Decision {
  const verdict = judge(cursor, event);
  if (poison?.kind === 'alien' && (verdict === 'gap' || verdict === 'diverged')) return 'set-aside';
  switch (verdict) {
    case 'gap':
      return 'wait';
    case 'duplicate':
      return 'skip';
    case 'held':
      return 'hold';
    case 'diverged':
      return 'park-diverged';
    case 'next':
      return poison === null || poison.kind === 'alien' ? 'take' : 'park-poison';
  }
}

/** The cursor of an aggregate that waits behind a dead letter from this event on. */
export function parkedAt(cursor: Cursor, sequence: number): Cursor {
  return { ...cursor, parkedSequence: sequence };
}

/** Parking because of what a sweep saw counts only while the cursor, now locked, is what the sweep saw. */
export function isStillAt(cursor: Cursor, seen: Cursor): boolean {
  return (
    cursor.parkedSequence === null && cursor.sequence === seen.sequence && cursor.eventId === seen.eventId
  );
}

/** What the rules need to know of a dead letter. */
export interface ParkedLink {
  readonly sequence: number;
  /** `alien`: set aside beside the history, so nothing waits behind it, not even under the same number. */
  readonly kind: string;
}

/**
 * The cursor from which a redriven letter's event is judged. A letter behind which the aggregate does not wait moves nothing.
 *
 * After a divergence a person has reconciled the data, so the owner's history counts from here on: from the event before `first`,
 * or, when the owner has none at the letter's number, from the last one it has (`head`; null: it has none at all). When the owner
 * still has the very event we took last, a foreign event used its number and nothing has to be taken again.
 */
export function freed(
  cursor: Cursor,
  letter: ParkedLink,
  { first, head }: { readonly first: Link | undefined; readonly head: Link | null },
): Cursor {
  if (letter.kind === 'alien' || cursor.parkedSequence !== letter.sequence) return cursor;
  if (letter.kind !== 'diverged' || (first !== undefined && first.eventId === cursor.eventId))
    return { ...cursor, parkedSequence: null };
  if (first) return { sequence: first.sequence - 1, eventId: first.previousId, parkedSequence: null };
  return { sequence: head?.sequence ?? 0, eventId: head?.eventId ?? null, parkedSequence: null };
}

/** The cursor after a person let the event go for good behind which the aggregate waits; any other event moves nothing. */
export function skipped(
  cursor: Cursor,
  event: { readonly sequence: number; readonly eventId: string },
): Cursor {
  if (cursor.parkedSequence !== event.sequence) return cursor;
  return { sequence: event.sequence, eventId: event.eventId, parkedSequence: null };
}
