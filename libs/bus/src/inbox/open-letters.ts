import { Refusal } from '@meridian/refusal';
import type { SqlRunner } from '../outbox/service-database.js';
import type { SealedEvent } from '../wire/sealed-event.js';
import type { ReasonKind } from './dead-letter-table.js';
import { messageOf } from './failure-class.js';

/** A dead letter that nobody has settled. */
export interface Letter {
  readonly source: string;
  readonly aggregate_id: string | null;
  readonly sequence: bigint | null;
  readonly event_id: string | null;
  readonly reason_kind: ReasonKind;
  readonly payload: string;
  readonly headers: Omit<SealedEvent, 'payload'>;
}

export async function openLetter(sql: SqlRunner, id: string, lock: '' | 'FOR UPDATE'): Promise<Letter> {
  const [letter] = await sql.$queryRawUnsafe<Letter[]>(
    `SELECT source, aggregate_id, sequence, event_id, reason_kind, encode(payload, 'base64') AS payload, headers
       FROM bus.dead_letter WHERE id = $1::uuid AND state IN ('parked', 'requested') ${lock}`,
    id,
  );
  if (!letter)
    throw new Refusal('bus/letter-settled', 'There is no open dead letter with this id.', {
      kind: 'not-found',
    });
  return letter;
}

export interface RequestedLetter {
  readonly id: string;
  readonly act: 'redrive' | 'discard';
  readonly by: string;
  readonly why: string | null;
}

/** Letters that a person decided over and nobody has begun with. */
export async function requestedLetters(sql: SqlRunner): Promise<readonly RequestedLetter[]> {
  return sql.$queryRawUnsafe(
    `SELECT l.id, l.asked_for AS act, (SELECT a.note FROM bus.dead_letter_act a WHERE a.dead_letter_id = l.id AND a.act = 'requested'
                             ORDER BY a.id DESC LIMIT 1) AS why, coalesce((SELECT a.by FROM bus.dead_letter_act a WHERE a.dead_letter_id = l.id AND a.act = 'requested'
                             ORDER BY a.id DESC LIMIT 1), 'unknown') AS by
       FROM bus.dead_letter l WHERE l.state = 'requested' ORDER BY l.parked_at, l.sequence LIMIT 100`,
  );
}

/** The open letter behind which an aggregate waits at this event, if there is one. */
export async function openLetterOf(
  sql: SqlRunner,
  event: { readonly source: string; readonly aggregateId: string; readonly sequence: number },
): Promise<string | undefined> {
  const [letter] = await sql.$queryRawUnsafe<{ id: string }[]>(
    `SELECT id FROM bus.dead_letter WHERE source = $1 AND aggregate_id = $2 AND sequence = $3::bigint
        AND state IN ('parked', 'requested') AND reason_kind <> 'alien'`,
    event.source,
    event.aggregateId,
    event.sequence,
  );
  return letter?.id;
}

/** The attempt failed: the letter waits for a person again. */
export async function leaveParked(sql: SqlRunner, id: string, by: string, error: unknown): Promise<void> {
  await note(sql, id, 'failed-again', by, messageOf(error));
  await sql.$executeRawUnsafe(
    `UPDATE bus.dead_letter SET state = 'parked', attempts = attempts + 1 WHERE id = $1::uuid AND state = 'requested'`,
    id,
  );
}

export async function settle(
  tx: SqlRunner,
  id: string,
  act: 'redriven' | 'discarded',
  by: string,
  why: string | null,
): Promise<void> {
  await tx.$executeRawUnsafe(
    `UPDATE bus.dead_letter SET state = $2::text, settled_at = clock_timestamp(), settled_by = $3::text WHERE id = $1::uuid`,
    id,
    act,
    by,
  );
  await note(tx, id, act, by, why);
}

async function note(sql: SqlRunner, id: string, act: string, by: string, text: string | null): Promise<void> {
  await sql.$executeRawUnsafe(
    `INSERT INTO bus.dead_letter_act (dead_letter_id, act, by, note)
     SELECT id, $2::text, $3::text, $4::text FROM bus.dead_letter WHERE id = $1::uuid`,
    id,
    act,
    by,
    text,
  );
}
