import type { SqlRunner } from '../outbox/service-database.js';
import type { SealedEvent } from '../wire/sealed-event.js';

/** Why an event lies in the dead letters. */
export type ReasonKind =
  /** The body is not what the contract says, or cannot be read at all. */
  | 'invalid'
  /** The reaction refused it, or said that trying again cannot help. */
  | 'permanent'
  /** It failed again and again. */
  | 'exhausted'
  /** The reaction did not end in time. */
  | 'hang'
  /** Its owner has never announced it. */
  | 'alien'
  /** The owner's history is not the one this service has followed. */
  | 'diverged';

export interface NewDeadLetter {
  readonly event: SealedEvent;
  readonly kind: ReasonKind;
  readonly reason: string;
  readonly attempts: number;
}

/** Writes dead letters in the transaction that parks their aggregates. An event that lies there already is not written again. */
export async function writeDeadLetters(tx: SqlRunner, letters: readonly NewDeadLetter[]): Promise<void> {
  if (letters.length === 0) return;
  const rows = letters.map(({ event, kind, reason, attempts }) => {
    const { payload, ...headers } = event;
    return {
      source: event.source,
      type: event.type,
      aggregateId: event.aggregateId,
      sequence: event.sequence,
      eventId: event.eventId,
      payload: Buffer.from(payload, 'utf8').toString('base64'),
      headers,
      kind,
      reason: storable(reason),
      attempts,
    };
  });
  await tx.$executeRawUnsafe(WRITE, JSON.stringify(rows));
}

const WRITE = `
INSERT INTO bus.dead_letter (source, type, aggregate_id, sequence, event_id, payload, headers, reason_kind, reason, attempts)
SELECT source, type, "aggregateId", sequence, "eventId", decode(payload, 'base64'), headers, kind, reason, attempts
  FROM json_to_recordset($1::json) AS g(source text, type text, "aggregateId" text, sequence bigint, "eventId" text,
       payload text, headers json, kind text, reason text, attempts integer)
ON CONFLICT DO NOTHING`;

/** Reasons may quote what was received. PostgreSQL text holds no NUL and no half characters; terminals obey control characters. */
export function storable(text: string): string {
  return text
    .slice(0, 4_000)
    .replace(CONTROL, pictured)
    .replace(/\p{Surrogate}/gu, '�');
}

const CONTROL = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g;

/** The picture that Unicode has for a control character, `␀` for NUL. */
function pictured(control: string): string {
  const code = control.charCodeAt(0);
  return code < 0x20 ? String.fromCharCode(0x2400 + code) : '�';
}
