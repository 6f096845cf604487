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
  for (const { event, kind, reason, attempts } of letters) {
    const { payload, ...headers } = event;
    const { source, type, aggregateId, sequence, eventId } = event;
    const written = [JSON.stringify(headers), kind, storable(reason), attempts];
    await tx.$executeRawUnsafe(
      WRITE,
      source,
      type,
      aggregateId,
      sequence,
      eventId,
      Buffer.from(payload),
      ...written,
    );
  }
}

/** One statement a letter, its body by itself: a megabyte takes three times as long as base64 in the JSON of many letters. */
const WRITE = `
INSERT INTO bus.dead_letter (source, type, aggregate_id, sequence, event_id, payload, headers, reason_kind, reason, attempts)
VALUES ($1, $2, $3, $4::bigint, $5, $6, $7::json, $8, $9, $10)
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
