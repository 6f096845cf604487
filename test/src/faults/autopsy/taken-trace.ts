import type { Records } from './records.js';

/** How far a consumer has come with an aggregate, and what lies in its way. */
export interface TakenTrace {
  readonly consumer: string;
  readonly sequence: number;
  readonly eventId: string | null;
  readonly parkedSequence: number | null;
  readonly heldSequence: number | null;
  readonly changedAt: string;
  /** `sequence: kind: reason` of each letter that nobody has settled. */
  readonly letters: readonly string[];
}

const TAKEN = `
SELECT c.sequence::float8 AS sequence, c.event_id AS "eventId", c.parked_sequence::float8 AS "parkedSequence",
       c.held_sequence::float8 AS "heldSequence", c.changed_at::text AS "changedAt",
       ARRAY (SELECT d.sequence || ': ' || d.reason_kind || ': ' || left(d.reason, 200) FROM bus.dead_letter d
               WHERE d.source = $1 AND d.aggregate_id = $2 AND d.state IN ('parked', 'requested')
               ORDER BY d.parked_at DESC LIMIT 5) AS letters
  FROM bus.inbox_cursor c WHERE c.source = $1 AND c.aggregate_id = $2`;

/** Every service that has ever taken something of this aggregate. */
export async function takersOf(
  records: Records,
  owner: string,
  aggregateId: string,
): Promise<readonly TakenTrace[]> {
  const takers: TakenTrace[] = [];
  for (const consumer of records.services) {
    const rows = await records.ask<Omit<TakenTrace, 'consumer'>>(consumer, TAKEN, [owner, aggregateId]);
    takers.push(...rows.map((row) => ({ ...row, consumer })));
  }
  return takers;
}
