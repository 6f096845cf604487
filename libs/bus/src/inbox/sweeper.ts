import type { BusLog } from '../module/bus-log.js';
import type { BusFigures } from '../module/bus-figures.js';
import type { ServiceDatabase } from '../outbox/service-database.js';
import type { SealedEvent } from '../wire/sealed-event.js';
import { readCursors, readCursorsBetween } from './cursor-table.js';
import { messageOf } from './failure-class.js';
import type { OwnerRecord } from './inbox-ports.js';
import { parkDiverged } from './park.js';
import { SweepPlan } from '../protocol/sweep-plan.js';
import { lookAgain, sweep } from './sweep.js';
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

const FIRST_AFTER_MS = 1_000;
const SOON_MS = 250;
/** A sweep is put off for deliveries in progress, but not for ever. */
const MAX_PUT_OFF = 20;
const ON_THEIR_WAY_MS = 400;
/** Aggregates under watch are looked at after this long. */
const WATCH_MS = 1_000;
const WATCH_PER_LOOK = 500;

/**
 * Decides when to sweep: soon after the start, every half a minute, soon after one that failed, and at once when the stream or
 * the owner's history changed.
 */
export class Sweeper {
  readonly #ports: SweepPorts;
  readonly #plan = new SweepPlan();
  #dueAt = 0;
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
      watch: (aggregateIds) => this.watch(aggregateIds),
      pause: () => new Promise((resolve) => setTimeout(resolve, ON_THEIR_WAY_MS)),
    };
  }

  start(): void {
    this.#schedule(FIRST_AFTER_MS);
  }

  sweepSoon(extent: 'full' | 'changed'): void {
    if (extent === 'full') this.#plan.askFull();
    this.#askedAgain = true;
    if (!this.#sweeping) this.#schedule(SOON_MS);
  }

  /** Looks at these aggregates again soon, and until nothing of them is missing. */
  watch(aggregateIds: readonly string[]): void {
    this.#plan.watch(aggregateIds);
    if (!this.#sweeping) this.#schedule(WATCH_MS);
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
        this.#schedule(this.#nextMs());
      });
    }, afterMs);
  }

  #nextMs(): number {
    if (this.#askedAgain) return SOON_MS;
    return this.#plan.watches ? WATCH_MS : Math.max(0, this.#dueAt - performance.now());
  }

  async #round(): Promise<void> {
    if (this.options.isDelivering() && this.#putOff < MAX_PUT_OFF) {
      this.#putOff += 1;
      this.#askedAgain = true;
      return;
    }
    this.#putOff = 0;
    try {
      await this.#lookAgain();
      if (this.#askedAgain || performance.now() >= this.#dueAt) await this.#sweep();
    } catch (error) {
      if (!this.#stopped) {
        this.parts.log.warn(`${this.source} could not be compared with what was taken here`, {
          error: messageOf(error),
        });
      }
    }
  }

  async #lookAgain(): Promise<void> {
    const ids = this.#plan.watched(WATCH_PER_LOOK);
    if (ids.length > 0) this.#plan.looked(ids, await lookAgain(this.#ports, ids));
  }

  async #sweep(): Promise<void> {
    this.#askedAgain = false;
    const since = this.#plan.begin();
    try {
      this.#plan.ended(await sweep(this.#ports, since));
    } catch (error) {
      this.#plan.failed(since);
      throw error;
    } finally {
      this.#dueAt = performance.now() + this.#plan.dueInMs(this.options.everyMs, Math.random());
    }
  }
}
