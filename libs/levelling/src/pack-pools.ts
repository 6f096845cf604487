import type { Lanes, PackedNeeds } from './compiled-problem.js';
import type { LevellingProblem, Pool } from './problem.js';

const WORD_BITS = 32;
const NO_WORD = -1;

/** Gives every pool that can be short a lane in a word: first word with room, widest lanes first. */
export function packPools(problem: LevellingProblem, asked: readonly number[]): Lanes {
  const widths = problem.pools.map((pool, index) => laneWidth(pool, asked[index] as number));
  const wordOf = new Int32Array(widths.length).fill(NO_WORD);
  const shiftOf = new Int32Array(widths.length);
  const used: number[] = [];
  const guards: number[] = [];
  const byWidth = widths.map((_, index) => index).sort((a, b) => (widths[b] ?? 0) - (widths[a] ?? 0));
  for (const pool of byWidth) {
    const width = widths[pool] as number;
    if (width === 0) continue;
    let word = used.findIndex((bits) => bits + width <= WORD_BITS);
    if (word < 0) word = used.push(0) - 1;
    const shift = used[word] as number;
    wordOf[pool] = word;
    shiftOf[pool] = shift;
    used[word] = shift + width;
    guards[word] = (guards[word] ?? 0) | (1 << (shift + width - 1));
  }
  return { words: used.length, guard: Int32Array.from(guards), wordOf, shiftOf };
}

/** Units asked of each pool by all tasks together: more than that never runs at once. */
export function askedByPool(problem: LevellingProblem): number[] {
  const poolIndex = indexById(problem.pools);
  const asked = problem.pools.map(() => 0);
  for (const { needs } of problem.tasks)
    for (const { poolId, units } of needs) {
      const pool = poolIndex.get(poolId) as number;
      asked[pool] = (asked[pool] as number) + units;
    }
  return asked;
}

export function packNeeds(problem: LevellingProblem, lanes: Lanes): PackedNeeds {
  const poolIndex = indexById(problem.pools);
  const first = new Int32Array(problem.tasks.length + 1);
  const word: number[] = [];
  const need: number[] = [];
  problem.tasks.forEach(({ needs, durationSlots }, task) => {
    const begin = word.length;
    for (const { poolId, units } of durationSlots > 0 ? needs : []) {
      const pool = poolIndex.get(poolId) as number;
      const inWord = lanes.wordOf[pool] as number;
      if (inWord < 0 || units === 0) continue;
      let place = word.indexOf(inWord, begin);
      if (place < 0) {
        place = word.push(inWord) - 1;
        need.push(0);
      }
      need[place] = (need[place] as number) + (units << (lanes.shiftOf[pool] as number));
    }
    first[task + 1] = word.length;
  });
  return { first, word: Int32Array.from(word), need: Int32Array.from(need) };
}

/** Lanes hold capacity as it is, or all that is ever asked where that is less. 0 for a pool that is never short. */
function laneWidth(pool: Pool, asked: number): number {
  const capacities = [pool.capacity, ...(pool.changes ?? []).map(({ capacity }) => capacity)];
  if (Math.min(...capacities) >= asked) return 0;
  return 33 - Math.clz32(Math.min(Math.max(...capacities), asked));
}

export function indexById(things: readonly { readonly id: string }[]): Map<string, number> {
  return new Map(things.map(({ id }, index) => [id, index]));
}
