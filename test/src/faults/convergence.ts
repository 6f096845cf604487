import { setTimeout as pass } from 'node:timers/promises';
import { settledHouse } from '../house/settled-house.js';
import { readActs } from './acts/read-acts.js';
import { wrongActs } from './acts/wrong-acts.js';
import { autopsy } from './autopsy/autopsy.js';
import type { Autopsy } from './autopsy/autopsy.js';
import type { ClientLoad } from './client-load.js';
import type { Deviation } from './deviation.js';
import { deviations } from './final-state.js';
import type { WorkPlace } from './work-place.js';

export interface Convergence {
  /** From the end of the last fault until everything agreed; null when it never did. */
  readonly seconds: number | null;
  /** What was wrong in the end. */
  readonly deviations: readonly Deviation[];
  /** Why it cannot be said, when the product did not answer. */
  readonly trouble: string | undefined;
  readonly sentence: string;
  /** What there was to see when it took longer than it may, and in the end when it never came. */
  readonly autopsies: readonly Autopsy[];
}

export const AGREED_WITHIN_S = 30;
/** Long beyond what is allowed, so that late and never can be told apart. */
const PATIENCE_MS = 120_000;
const SETTLED_MS = 1_000;
const ASK_EVERY_MS = 200;

/** Lets clients finish what they began and waits until what they were told and what is shown agree, and no event is under way. */
export async function convergence(
  place: WorkPlace,
  load: ClientLoad,
  patienceMs = PATIENCE_MS,
): Promise<Convergence> {
  const sinceMs = performance.now();
  let left: readonly Deviation[] = [];
  let acts: readonly Deviation[] = [];
  let last = 'nothing differed';
  let trouble: string | undefined;
  try {
    await load.stop();
  } catch (failure) {
    trouble = (failure as Error).message;
  }
  const autopsies: Autopsy[] = [];
  const clientsMs = performance.now() - sinceMs;
  while (trouble === undefined || performance.now() - sinceMs < patienceMs) {
    try {
      left = await deviations(place);
      if (left.length === 0) {
        await settledHouse(place.trial.house, SETTLED_MS);
        acts = wrongActs(await readActs(place.trial.house.databaseUrls));
      }
      trouble = undefined;
    } catch (failure) {
      trouble = (failure as Error).message;
    }
    const seconds = (performance.now() - sinceMs) / 1_000;
    if (acts.length > 0) {
      const sentence = `everything agrees, but ${acts.map(({ what }) => what).join('; ')}`;
      return { seconds: null, deviations: acts, trouble, sentence, autopsies };
    }
    if (trouble === undefined && left.length === 0) {
      const clients = `clients had ended after ${(clientsMs / 1_000).toFixed(1)} s`;
      const sentence = `agreed after ${seconds.toFixed(1)} s; ${clients}; last seen: ${last.slice(0, 300)}`;
      return { seconds, deviations: [], trouble, sentence, autopsies };
    }
    last = `${trouble ?? left[0]?.what} at ${seconds.toFixed(1)} s`;
    const isLast = seconds * 1_000 > patienceMs;
    if (isLast || (seconds > AGREED_WITHIN_S && autopsies.length === 0)) {
      autopsies.push(await autopsy(place, left, seconds));
    }
    if (isLast) break;
    await pass(ASK_EVERY_MS);
  }
  const sentence = trouble ?? left.map(({ what }) => what.slice(0, 300)).join('; ');
  return { seconds: null, deviations: left, trouble, sentence: `never agreed: ${sentence}`, autopsies };
}
