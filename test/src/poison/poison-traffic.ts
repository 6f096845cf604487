import { randomUUID } from 'node:crypto';
import { eventually } from '@meridian/testing';
import { EffectDelay } from '../bench/measure/effect-delay.js';
import { openLoad } from '../bench/measure/load.js';
import { TaskProgressed } from '../bus/trial-contracts.js';
import { letterOf } from './letters.js';
import type { Dose, PoisonTrial } from './poison-trial.js';

const AGGREGATES = 60;
/** One event in a hundred is a dose. */
const EVERY = 100;
const SETTLED_MS = 60_000;

/** Steady traffic of healthy projects, and poison among it. */
export class PoisonTraffic {
  readonly #aggregateIds = Array.from({ length: AGGREGATES }, () => randomUUID());
  readonly #delay: EffectDelay;

  constructor(
    private readonly trial: PoisonTrial,
    readonly perSecond: number,
  ) {
    this.#delay = new EffectDelay(trial.owner.test.url, trial.consumer.test.url, 'projects');
  }

  /**
   * Every hundredth event is one of the doses, as long as so many doses need; without doses, as long as `lasting` of them would.
   *
   * @returns milliseconds from each healthy event to its effect
   */
  async stretch(doses: readonly Dose[], lasting = doses.length): Promise<readonly number[]> {
    const mark = await this.#delay.mark();
    const forMs = (lasting * EVERY * 1_000) / this.perSecond;
    await openLoad(
      (turn) => {
        const dose = turn % EVERY === EVERY - 1 ? doses[Math.floor(turn / EVERY)] : undefined;
        return dose ? dose.give() : this.#announce(turn);
      },
      { perSecond: this.perSecond, forMs },
    );
    await this.#delay.settled(this.#aggregateIds, SETTLED_MS);
    return (await this.#delay.since(mark, TaskProgressed.subject)).delaysMs;
  }

  /** What is wrong with the letters of these doses after so long: none is there, or its words do not name what was found. */
  async unparked(doses: readonly Dose[], withinMs: number): Promise<readonly string[]> {
    const missing = async (): Promise<string[]> => {
      const letters = await Promise.all(doses.map((dose) => letterOf(this.trial.consumer, dose)));
      return doses.flatMap(({ kind, words }, index) => {
        const reason = letters[index]?.reason;
        return reason !== undefined && words.test(reason) ? [] : [`${kind}: ${reason ?? 'no letter'}`];
      });
    };
    return eventually(
      async () => {
        const now = await missing();
        if (now.length > 0) throw new Error(now.join('; '));
        return now;
      },
      { timeoutMs: withinMs, everyMs: 250 },
    ).catch(missing);
  }

  close(): Promise<void> {
    return this.#delay.close();
  }

  async #announce(turn: number): Promise<void> {
    const projectId = this.#aggregateIds[turn % AGGREGATES] as string;
    await this.trial.owner.bus.outbox.transact(({ announce }) =>
      announce(TaskProgressed, { projectId, step: 2 + turn }),
    );
  }
}
