import type { JsMsg } from '@nats-io/jetstream';
import type { BusFigures } from '../module/bus-figures.js';
import type { BusLog } from '../module/bus-log.js';
import type { ServiceDatabase } from '../outbox/service-database.js';
import { keepUnreadable } from './park.js';
import { UnreadableMessage } from './read-message.js';

export interface LitterParts {
  readonly database: ServiceDatabase;
  readonly figures: BusFigures;
  readonly log: BusLog;
}

const AGAIN_AFTER_MS = 1_000;

/** Messages that nobody can read, on their way to the dead letters: one after the other, and nothing else waits for them. */
export class Litter {
  #last: Promise<void> = Promise.resolve();
  #waiting = 0;

  constructor(
    private readonly source: string,
    private readonly parts: LitterParts,
    private readonly kept: () => void,
  ) {}

  /** Messages that are not kept yet. */
  get waiting(): number {
    return this.#waiting;
  }

  add(message: JsMsg, reason: Error): void {
    this.#waiting += 1;
    this.#last = this.#last
      .then(() => this.#keep(message, reason))
      .then(() => {
        this.#waiting -= 1;
        this.kept();
      });
  }

  /** Resolves when nothing waits. */
  empty(): Promise<void> {
    return this.#last;
  }

  async #keep(message: JsMsg, reason: Error): Promise<void> {
    const { database, figures, log } = this.parts;
    try {
      if (!(reason instanceof UnreadableMessage)) throw reason;
      await keepUnreadable(database, this.source, message.subject, message.data, reason.message);
      figures.parked += 1;
      log.error(`a message of ${this.source} cannot be read`, {
        subject: message.subject,
        reason: reason.message,
      });
      message.term(reason.name);
    } catch (trouble) {
      log.warn('a message that cannot be read could not be kept yet', { error: trouble });
      message.nak(AGAIN_AFTER_MS);
    }
  }
}
