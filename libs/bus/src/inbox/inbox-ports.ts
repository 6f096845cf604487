import type { Arrival } from '../protocol/inbox-protocol.js';
import type { HeadPage, Wanted } from '../protocol/anti-entropy.js';
import type { SealedEvent } from '../wire/sealed-event.js';

/** An event on hand, with its body. `fault` says why its body could not be read. */
export interface EventArrival extends Arrival {
  readonly event: SealedEvent;
  readonly fault: string | null;
}

/** An event that came from its owner's outbox: nothing to settle with the broker. */
export function fetchedArrival(event: SealedEvent): EventArrival {
  const { aggregateId, eventId, sequence } = event;
  return { token: null, aggregateId, eventId, sequence, event, fault: null };
}

/** What a consumer asks of an owner's outbox. */
export interface OwnerRecord {
  /** Events in order within each aggregate; an aggregate without any is left out. May be fewer than there are: ask again. */
  fetchEvents(wanted: readonly Wanted[], limit: number): Promise<readonly SealedEvent[]>;
  listHeads(question: {
    readonly after: string | null;
    readonly since: string | null;
    readonly limit: number;
  }): Promise<HeadPage>;
}
