import type { Inspection, PendingEvent, StreamMessage } from '../relay-protocol.js';
import type { Link } from '../cursor-rules.js';

/** An event in the simulation: what a relay publishes and a consumer judges. */
export interface ModelEvent extends PendingEvent, Link {
  readonly position: number;
}

/** The owner's database: outbox, pending list and the relay's records, each method one statement. */
export class OwnerModel {
  readonly outbox = new Map<string, ModelEvent[]>();
  readonly #pending = new Map<number, ModelEvent>();
  #sent: StreamMessage[] = [];
  #epoch: string | null = null;
  #confirmed = 0;
  #fence = 0;
  #positions = 0;

  announce(aggregateId: string): ModelEvent {
    const events = this.outbox.get(aggregateId) ?? [];
    this.outbox.set(aggregateId, events);
    this.#positions += 1;
    const event: ModelEvent = {
      eventId: `${aggregateId}${events.length + 1}`,
      aggregateId,
      sequence: events.length + 1,
      previousId: events.at(-1)?.eventId ?? null,
      position: this.#positions,
    };
    events.push(event);
    this.#pending.set(event.position, event);
    return event;
  }

  takeFence(): number {
    this.#fence += 1;
    return this.#fence;
  }

  holds(fence: number): boolean {
    return fence === this.#fence;
  }

  read(): Inspection['record'] {
    const sent = this.#sent.at(-1) ?? null;
    return { epoch: this.#epoch, confirmed: this.#confirmed, sent };
  }

  adopt(epoch: string, keepUpTo: number, confirmed: number): void {
    const again = this.#sent.filter(({ streamSequence }) => streamSequence > keepUpTo);
    this.#sent =
      epoch === this.#epoch ? this.#sent.filter(({ streamSequence }) => streamSequence <= keepUpTo) : [];
    for (const message of again) this.#pendAgain(message);
    this.#epoch = epoch;
    this.#confirmed = confirmed;
  }

  load(limit: number): ModelEvent[] {
    return [...this.#pending.values()].sort((one, other) => one.position - other.position).slice(0, limit);
  }

  /** Marks and recognises alike: the messages stand in the stream, so they are no longer pending. */
  record(messages: readonly StreamMessage[]): boolean {
    let areAllOurs = true;
    for (const message of messages) {
      const event = this.#find(message);
      if (event) this.#pending.delete(event.position);
      else if (message.sequence > 0) areAllOurs = false;
      this.#sent = this.#sent.filter(({ streamSequence }) => streamSequence !== message.streamSequence);
      this.#sent.push(message);
    }
    this.#sent.sort((one, other) => one.streamSequence - other.streamSequence);
    return areAllOurs;
  }

  confirm(floor: number): void {
    this.#confirmed = Math.max(this.#confirmed, floor);
    this.#sent = this.#sent.filter(({ streamSequence }) => streamSequence > floor);
  }

  eventsFrom(aggregateId: string, fromSequence: number): readonly ModelEvent[] {
    return (this.outbox.get(aggregateId) ?? []).slice(fromSequence - 1);
  }

  #pendAgain(message: StreamMessage): void {
    const event = this.#find(message);
    if (event) this.#pending.set(event.position, event);
  }

  #find({ aggregateId, sequence, eventId }: StreamMessage): ModelEvent | undefined {
    const event = this.outbox.get(aggregateId)?.[sequence - 1];
    return event?.eventId === eventId ? event : undefined;
  }
}
