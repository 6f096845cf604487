import type { JsMsg } from '@nats-io/jetstream';
import { eventSubject, readEventHeaders } from '../wire/event-headers.js';
import { unpackBody } from '../wire/packed-body.js';
import type { EventArrival } from './inbox-ports.js';

/** The envelope cannot be read: the message belongs to no aggregate and parks none. */
export class UnreadableMessage extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'UnreadableMessage';
  }
}

/**
 * Reads a message of an owner's stream. A body that cannot be read is a `fault` of an event we know; an envelope that cannot be
 * read makes the message nobody's.
 *
 * @throws UnreadableMessage
 */
export async function readMessage(message: JsMsg, source: string, token: number): Promise<EventArrival> {
  const envelope = readEnvelope(message, source);
  const { aggregateId, eventId, sequence } = envelope;
  try {
    const payload = await unpackBody(message.data, message.headers?.get('content-encoding') || null);
    return { token, aggregateId, eventId, sequence, event: { ...envelope, payload }, fault: null };
  } catch (error) {
    const payload = Buffer.from(message.data).toString('latin1');
    return {
      token,
      aggregateId,
      eventId,
      sequence,
      event: { ...envelope, payload },
      fault: (error as Error).message,
    };
  }
}

function readEnvelope(message: JsMsg, source: string) {
  let envelope: ReturnType<typeof readEventHeaders>;
  try {
    envelope = readEventHeaders(message.headers);
  } catch (error) {
    throw new UnreadableMessage((error as Error).message);
  }
  if (envelope.source !== source)
    throw new UnreadableMessage(
      `It says it comes from ${envelope.source} but lies in the stream of ${source}.`,
    );
  if (eventSubject(envelope) !== message.subject) {
    throw new UnreadableMessage(
      `It belongs on ${eventSubject(envelope)} but was published on ${message.subject}.`,
    );
  }
  return envelope;
}
