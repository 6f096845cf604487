import { createHash } from 'node:crypto';
import type { CloudEvent } from './cloud-event.js';

/**
 * The idempotency key of an event that came without one: the same sender, source, id and content give the same key, so
 * that a repeated delivery is answered again; corrected content gives another one, so that it is not refused.
 *
 * @param sender subject of the token; a key belongs to whoever used it first
 */
export function eventKey(sender: string, { source, id, type, subject, time, data }: CloudEvent): string {
  const text = JSON.stringify([sender, source, id, type, subject ?? null, time ?? null, data]);
  return `event-${createHash('sha256').update(text).digest('base64url')}`;
}
