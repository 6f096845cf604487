import { randomUUID } from 'node:crypto';
import { readContract } from '../contracts/read-contract.js';
import { Delivery } from '../handlers/delivery.js';
import type { SealedEvent } from '../wire/sealed-event.js';
import type { Reactions } from './reactions.js';

/**
 * Runs the reactions of a service over recorded events once more, without cursors: what they announce is not said again.
 * `place` is what they find as `delivery.tx`.
 */
export class Replay {
  readonly #now = new Date();

  constructor(
    private readonly reactions: Reactions,
    private readonly place: unknown,
  ) {}

  /**
   * Takes the next event of its aggregate; one without a reaction passes.
   *
   * @throws Error that names the event when its body no longer fits the contract or its reaction fails.
   */
  async take(event: SealedEvent): Promise<void> {
    const reaction = this.reactions.get(event.type);
    if (!reaction) return;
    const reading = readContract(reaction.contract, JSON.parse(event.payload), 'keep');
    if (!reading.valid) throw new Error(`${name(event)} does not fit its contract: ${complaints(reading)}.`);
    try {
      await reaction.handle(reading.value, this.#delivery(event));
    } catch (cause) {
      throw new Error(`${name(event)} cannot be taken: ${(cause as Error).message}`, { cause });
    }
  }

  #delivery({ occurredAt, eventId, sequence, aggregateId, source, ...event }: SealedEvent): Delivery {
    return new Delivery({
      tx: this.place,
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

function name({ type, aggregateId, sequence }: SealedEvent): string {
  return `${type} (event ${sequence} of ${aggregateId})`;
}

function complaints({
  violations,
}: {
  readonly violations: readonly { readonly path: string; readonly message: string }[];
}): string {
  return violations.map(({ path, message }) => `${path} ${message}`.trim()).join('; ');
}
