import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const known = new WeakMap<IncomingMessage, string>();

/**
 * The correlation id of a request, always the same for the same one: what its caller sent as `correlation-id` when that
 * is a UUID, else a new one.
 */
export function correlationIdOf(request: IncomingMessage): string {
  const asked = request.headers['correlation-id'];
  const id =
    known.get(request) ??
    (typeof asked === 'string' && UUID.test(asked) ? asked.toLowerCase() : randomUUID());
  known.set(request, id);
  return id;
}
