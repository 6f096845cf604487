import { randomUUID } from 'node:crypto';
import { Delivery } from '../handlers/delivery.js';
import type { SealedEvent } from '../wire/sealed-event.js';
import type { Reactions } from './reactions.js';

/**
 * Runs the reactions of a service over recorded events once more, without cursors: what they announce is not said again.
 * `place` is what they find as `delivery.tx` and `delivery.shared`.
 */
export class Replay {
  readonly #now = new Date();

  constructor(
    private readonly reactions: Reactions,
    private readonly place: unknown,
  ) {}

  /**
   * Takes the next event of its aggregate; one without a reaction passes. Its body is not checked again: its owner did so
   * when it was announced, and this service when it was taken.
   *
   * @throws Error that names the event when its reaction fails.
   */
  async take(event: SealedEvent): Promise<void> {
    const reaction = this.reactions.get(event.type);
    if (!reaction) return;
    const body = Object.assign(new reaction.contract(), JSON.parse(event.payload));
    try {
      await reaction.handle(body, this.#delivery(event));
    } catch (cause) {
      const { type, sequence, aggregateId } = event;
      const name = `${type} (event ${sequence} of ${aggregateId})`;
      throw new Error(`${name} cannot be taken: ${(cause as Error).message}`, { cause });
    }
  }

  #delivery({
    occurredAt,
    eventId,
    sequence,
    aggregateId,
    source,
    ...event
  }: SealedEvent): Delivery<unknown, unknown> {
    return new Delivery({
      tx: this.place,
      shared: this.place,
      at: new Date(occurredAt),
      now: this.#now,
      eventId,
      sequence,
      aggregateId,
      source,
      correlationId: event.correlationId,
      causationId: event.causationId ?? undefined,
      announce: silent,
      newId: randomUUID,
    });
  }
}

const silent = (): Promise<void> => Promise.resolve();
