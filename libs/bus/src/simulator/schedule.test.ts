import fc from 'fast-check';
import { describe, expect, test } from '@jest/globals';
import { BUGS } from './bugs/bug-bank.js';
import { DISTURBANCES } from './disturbance.js';
import { CHUNK, ChunkSum, playChunk } from './run/chunk.js';
import { playRun } from './run/play-run.js';
import { ThreadPool } from './run/thread-pool.js';
import { playSchedule } from './schedule.js';

const STEPS = 2_000_000;

test('two million random moves lose, repeat, reorder and strand nothing, and every misfortune took place', async () => {
  const pool = new ThreadPool(2);
  try {
    const { steps, faults, tally } = await playRun(pool, 1, STEPS);
    expect(faults).toEqual([]);
    expect(steps).toBeGreaterThanOrEqual(STEPS);
    expect(DISTURBANCES.filter((kind) => tally[kind] === 0)).toEqual([]);
  } finally {
    await pool.close();
  }
}, 120_000);

test('the same seed gives the same run with any number of threads', async () => {
  const runs = await Promise.all(
    [1, 3].map(async (threads) => {
      const pool = new ThreadPool(threads);
      return playRun(pool, 42, 300_000).finally(() => pool.close());
    }),
  );
  expect(runs[0]).toEqual(runs[1]);
}, 60_000);

test('no seed makes a difference', () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat(), (seed, schedule) => {
      expect(playSchedule(seed, schedule).fault).toBeNull();
    }),
    { numRuns: 300 },
  );
});

/** Most mistakes show within a few thousand schedules; `npm run simulate -- --bugs` gives the others the time they need. */
const QUICK = 6;

describe('the bug bank', () => {
  test('holds at least forty mistakes, each under a name of its own', () => {
    expect(BUGS.length).toBeGreaterThanOrEqual(40);
    expect(new Set(BUGS.map(({ name }) => name)).size).toBe(BUGS.length);
  });

  test('most planted mistakes show within three thousand schedules', () => {
    const found = BUGS.filter(({ name }) => isFound(name, QUICK));
    expect(found.length).toBeGreaterThanOrEqual(Math.ceil(BUGS.length * 0.7));
  }, 180_000);
});

test('a fault is found again in the same schedule', () => {
  const sum = new ChunkSum();
  for (let chunk = 0; sum.faults.length === 0; chunk += 1)
    sum.add(playChunk({ seed: 9, chunk, bug: 'no-gap-check' }));
  const [first] = sum.faults;
  const plant = BUGS.find(({ name }) => name === 'no-gap-check')!.plant;
  expect(playSchedule(9, first!.schedule, { plant }).fault?.message).toBe(first!.message);
  expect(sum.schedules).toBeLessThanOrEqual(CHUNK * 10);
});

function isFound(bug: string, chunks: number): boolean {
  for (let chunk = 0; chunk < chunks; chunk += 1)
    if (playChunk({ seed: 1, chunk, bug }).faults.length > 0) return true;
  return false;
}
