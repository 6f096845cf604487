import { createHash } from 'node:crypto';
import type { MsgHdrs } from '@nats-io/nats-core';
import type { StreamMessage } from '../protocol/relay-protocol.js';
import { readEventHeaders } from '../wire/event-headers.js';

/** What the relay needs to know of a message as the broker has stored it. */
export interface StoredMessage {
  readonly seq: number;
  readonly header: MsgHdrs | undefined;
  /** When the broker stored it, to the nanosecond, as it says itself. */
  readonly timestamp: string;
}

/**
 * A stored message as the relay records it. One that is no event is a message all the same and recorded as foreign, under a name made
 * of the moment it was stored: after a power cut another one may stand in its place, and the two must not look alike.
 */
export function streamMessage({ seq, header, timestamp }: StoredMessage): StreamMessage {
  try {
    const { eventId, aggregateId, sequence } = readEventHeaders(header);
    return { streamSequence: seq, eventId, aggregateId, sequence };
  } catch {
    return { streamSequence: seq, eventId: nameOf(timestamp), aggregateId: '', sequence: 0 };
  }
}

/** A UUID of version 8 (RFC 9562, section 5.8): 122 bits of a hash. */
function nameOf(timestamp: string): string {
  const hash = createHash('sha256').update(timestamp).digest('hex');
  const variant = ((Number.parseInt(hash[16]!, 16) & 0x3) | 0x8).toString(16);
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `${variant}${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-');
}
