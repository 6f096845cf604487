import type { StartedHouse } from '@meridian/local';
import { OperatorConnection } from '../operator-connection.js';
import { headerOf } from '../strikes/old-messages.js';
import type { EventTrace } from './event-trace.js';
import type { Records } from './records.js';

/** What a relay has noted about its stream, and what the broker says of it. */
export interface RelayNow {
  readonly owner: string;
  readonly fence: number;
  readonly epoch: string | null;
  readonly confirmed: number;
  readonly beatAt: string;
  readonly pending: number;
  readonly sent: number;
  /** First and last message, and of the events in question those whose place holds them; or why nobody can say. */
  readonly stream: string;
}

const RELAY = `
SELECT fence::float8 AS fence, epoch, confirmed_sequence::float8 AS confirmed, beat_at::text AS "beatAt",
       (SELECT count(*)::float8 FROM bus.outbox_pending) AS pending, (SELECT count(*)::float8 FROM bus.relay_sent) AS sent
  FROM bus.relay`;

export async function relaysNow(
  records: Records,
  { nats }: StartedHouse,
  events: readonly EventTrace[],
): Promise<readonly RelayNow[]> {
  const relays: RelayNow[] = [];
  for (const owner of records.services) {
    const asked = events.filter((event) => event.owner === owner);
    const stream = nats === undefined ? 'not ours' : await streamOf(nats.urlOf('operator'), owner, asked);
    const rows = await records.ask<Omit<RelayNow, 'owner' | 'stream'>>(owner, RELAY);
    relays.push(...rows.map((row) => ({ owner, ...row, stream })));
  }
  return relays;
}

async function streamOf(url: string, owner: string, events: readonly EventTrace[]): Promise<string> {
  const name = `EVENTS_${owner.toUpperCase()}`;
  try {
    const operator = await OperatorConnection.open(url);
    try {
      const { first, last } = await operator.range(name);
      const places = await Promise.all(events.map((event) => placeOf(operator, name, event)));
      return [`${name} ${first} to ${last}`, ...new Set(places)].join('; ');
    } finally {
      operator.close();
    }
  } catch (failure) {
    return (failure as Error).message;
  }
}

async function placeOf(
  operator: OperatorConnection,
  name: string,
  { eventId, streamSequence }: EventTrace,
): Promise<string> {
  if (streamSequence === null) return `${eventId} has no place`;
  const message = await operator.message(name, streamSequence).catch((failure: Error) => failure);
  if (message instanceof Error) return `${eventId}: ${message.message}`;
  const found = headerOf(message, 'ce-id');
  return `${streamSequence} holds ${found === eventId ? eventId : `${String(found)}, not ${eventId}`}`;
}
