import type { AnySharing } from '../handlers/shared-work.js';
import { advance, decide } from '../protocol/cursor-rules.js';
import type { Cursor } from '../protocol/cursor-rules.js';
import { poisonOf } from '../protocol/inbox-protocol.js';
import type { LaneWork } from '../protocol/inbox-protocol.js';
import type { EventArrival } from './inbox-ports.js';
import type { Reactions } from './reactions.js';
import { readBody } from './read-body.js';

/** Bodies of the events of a transaction whose reactions share this work, as far as each lane can go. */
export function comingBodies(
  work: readonly LaneWork<EventArrival>[],
  cursors: ReadonlyMap<string, Cursor>,
  reactions: Reactions,
  sharing: AnySharing,
): object[] {
  return work.flatMap((lane) => {
    const coming: object[] = [];
    let cursor: Cursor = cursors.get(lane.aggregateId)!;
    for (const arrival of lane.arrivals) {
      const decision = decide(cursor, arrival.event, poisonOf(lane, arrival.eventId));
      if (decision === 'skip') continue;
      if (decision !== 'take') break;
      cursor = advance(cursor, arrival.event);
      const reaction = reactions.get(arrival.event.type);
      const body = reaction?.sharing === sharing ? readBody(arrival, reaction.contract) : undefined;
      if (typeof body === 'object') coming.push(body);
    }
    return coming;
  });
}
