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
  if (event.sequence === cursor.sequence) return event.eventId === cursor.eventId ? 'duplicate' : 'diverged';
  if (cursor.parkedSequence !== null) return 'held';
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
 * `set-aside`: an event its owner does not know goes to the dead letters without parking anything; it was never part of the history.
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
      return poison === null ? 'take' : 'park-poison';
  }
}
