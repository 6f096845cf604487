import type { Cursor } from './cursor-rules.js';

/** The last event an owner announced for an aggregate. */
export interface Head {
  readonly aggregateId: string;
  readonly sequence: number;
  readonly eventId: string;
}

export interface Comparison {
  /** Aggregates of which events are missing here, with the first missing number. */
  readonly behind: readonly {
    readonly aggregateId: string;
    readonly fromSequence: number;
    readonly toSequence: number;
  }[];
  /** Aggregates where we hold something the owner does not name: either the answer is older than our cursor, or the histories parted. */
  readonly suspect: readonly string[];
}

/**
 * Anti-entropy: an owner's heads against our cursors. What the broker lost, or never had, shows here.
 *
 * `heads` of one page and `cursors` of the same stretch of aggregates; parked aggregates wait for a person and are left alone.
 */
export function compareHeads(heads: readonly Head[], cursors: ReadonlyMap<string, Cursor>): Comparison {
  const behind: Comparison['behind'][number][] = [];
  const suspect: string[] = [];
  const listed = new Set<string>();
  for (const { aggregateId, sequence, eventId } of heads) {
    listed.add(aggregateId);
    const cursor = cursors.get(aggregateId);
    if (cursor?.parkedSequence != null) continue;
    const taken = cursor?.sequence ?? 0;
    if (sequence > taken) behind.push({ aggregateId, fromSequence: taken + 1, toSequence: sequence });
    else if (sequence < taken || eventId !== cursor!.eventId) suspect.push(aggregateId);
  }
  for (const [aggregateId, cursor] of cursors) {
    if (!listed.has(aggregateId) && cursor.sequence > 0 && cursor.parkedSequence === null)
      suspect.push(aggregateId);
  }
  return { behind, suspect };
}
