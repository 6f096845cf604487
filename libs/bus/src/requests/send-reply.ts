import { headers } from '@nats-io/nats-core';
import type { Msg } from '@nats-io/nats-core';
import type { PackedBody } from '../wire/packed-body.js';
import type { ReplyStatus } from './envelope.js';

/**
 * Puts an answer on the wire.
 *
 * @throws RangeError when it is larger than the broker lets through.
 */
export function sendReply(
  message: Msg,
  status: ReplyStatus,
  { data, encoding }: PackedBody,
  maxPayload = 1024 * 1024,
): void {
  const written = headers();
  const overhead = 512;
  if (data.length + overhead > maxPayload) {
    written.set('status', 'failure' satisfies ReplyStatus);
    message.respond(Buffer.from('{}'), { headers: written });
    throw new RangeError(
      `The answer takes ${data.length} bytes; the broker lets ${maxPayload} through. Ask for pages.`,
    );
  }
  written.set('status', status);
  if (encoding !== null) written.set('content-encoding', encoding);
  message.respond(data, { headers: written });
}
