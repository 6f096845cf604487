import type { BusLog } from '../module/bus-log.js';
import type { BusFigures } from '../module/bus-figures.js';
import type { ServiceDatabase } from '../outbox/service-database.js';
import type { SealedEvent } from '../wire/sealed-event.js';
import { readCursors, readCursorsBetween } from './cursor-table.js';
import { messageOf } from './failure-class.js';
import type { OwnerRecord } from './inbox-ports.js';
import { parkDiverged } from './park.js';
import { sweep } from './sweep.js';
import type { SweepPorts } from './sweep.js';

export interface SweeperParts {
  readonly database: ServiceDatabase;
  readonly owner: OwnerRecord;
  readonly figures: BusFigures;
  readonly log: BusLog;
}

export interface SweeperOptions {
  readonly everyMs: number;
  /** The broker is bringing events at this moment, so a sweep would only do the same work again. */
  isDelivering(): boolean;
  offer(events: readonly SealedEvent[]): Promise<void>;
}

/** Every so many rounds all aggregates are compared, not only those that changed. */
const FULL_EVERY = 120;
const FIRST_AFTER_MS = 1_000;
const SOON_MS = 250;
/** A sweep is put off for deliveries in progress, but not for ever. */
const MAX_PUT_OFF = 20;
const ON_THEIR_WAY_MS = 400;

/** Decides when to sweep: soon after the start, every half a minute, and at once when the stream or the owner's history changed. */
export class Sweeper {
  readonly #ports: SweepPorts;
  #horizon: string | null = null;
  #fullNext = true;
  #rounds = 0;
  #timer: NodeJS.Timeout | undefined;
  #sweeping: Promise<void> | undefined;
  #stopped = false;
  #askedAgain = false;
  #putOff = 0;

  constructor(
    private readonly source: string,
    private readonly parts: SweeperParts,
    private readonly options: SweeperOptions,
  ) {
    const { database, owner } = parts;
    this.#ports = {
      owner,
      cursorsOf: (ids) => readCursors(database, source, ids),
      cursorsBetween: (after, upTo) => readCursorsBetween(database, source, after, upTo),
      offer: (events) => {
        if (this.#stopped) throw new Error('The service is stopping.');
        return options.offer(events);
      },
      parkDiverged: async (aggregateId, cursor) => {
        if (!(await parkDiverged(database, source, aggregateId, cursor))) return;
        parts.figures.parked += 1;
        parts.log.error(`${source} was set back: an aggregate is parked`, {
          aggregateId,
          sequence: cursor.sequence,
        });
      },
      pause: () => new Promise((resolve) => setTimeout(resolve, ON_THEIR_WAY_MS)),
    };
  }

  start(): void {
    this.#schedule(FIRST_AFTER_MS);
  }

  sweepSoon(extent: 'full' | 'changed'): void {
    if (extent === 'full') this.#fullNext = true;
    this.#askedAgain = true;
    if (!this.#sweeping) this.#schedule(SOON_MS);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await Promise.race([this.#sweeping, new Promise((resolve) => setTimeout(resolve, 1_000).unref())]);
  }

  #schedule(afterMs: number): void {
    clearTimeout(this.#timer);
    if (this.#stopped) return;
    this.#timer = setTimeout(() => {
      this.#sweeping = this.#round().finally(() => {
        this.#sweeping = undefined;
        this.#schedule(this.#askedAgain ? SOON_MS : this.options.everyMs * (0.75 + Math.random() / 2));
      });
    }, afterMs);
  }

  async #round(): Promise<void> {
    if (this.options.isDelivering() && this.#putOff < MAX_PUT_OFF) {
      this.#putOff += 1;
      this.#askedAgain = true;
      return;
    }
    this.#putOff = 0;
    this.#askedAgain = false;
    this.#rounds += 1;
    const isFull = this.#fullNext || this.#rounds % FULL_EVERY === 0;
    this.#fullNext = false;
    try {
      this.#horizon = await sweep(this.#ports, isFull ? null : this.#horizon);
    } catch (error) {
      this.#fullNext ||= isFull;
      if (!this.#stopped)
        this.parts.log.warn(`${this.source} could not be compared with what was taken here`, {
          error: messageOf(error),
        });
    }
  }
}
