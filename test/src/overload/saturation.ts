import type { Arrivals } from './arrivals.js';

const FIRST_PER_SECOND = 30;
const STEP = 1.35;
/** From here on the house gives back less than is asked. */
const ENOUGH = 0.9;
const MOST_STEPS = 20;
/** A single one may be the machine's mood. */
const MISSES = 2;

/**
 * The rate at which the house answers most: the arrival rate is raised step by step until less than nine tenths is answered in
 * time, twice in a row; what was answered at best is the saturation point.
 *
 * @returns requests per second
 */
export async function saturationOf(play: (perSecond: number) => Promise<Arrivals>): Promise<number> {
  let best = 0;
  let perSecond = FIRST_PER_SECOND;
  let misses = 0;
  for (let step = 1; step <= MOST_STEPS && misses < MISSES; step += 1, perSecond *= STEP) {
    const { good, offered, seconds } = await play(perSecond);
    best = Math.max(best, good / seconds);
    misses = good < ENOUGH * offered ? misses + 1 : 0;
  }
  return best;
}
