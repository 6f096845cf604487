import fc from 'fast-check';
import { describe, expect, test } from '@jest/globals';
import { NOTHING_HAPPENED, playSchedule } from './schedule.js';
import type { ScheduleOptions, ScheduleTally } from './schedule.js';

function firstFault(
  schedules: number,
  options: ScheduleOptions,
): { readonly fault: string | null; readonly total: ScheduleTally } {
  const total: ScheduleTally = { ...NOTHING_HAPPENED };
  for (let seed = 1; seed <= schedules; seed += 1) {
    const { fault, tally } = playSchedule(seed, options);
    for (const kind of Object.keys(total) as (keyof ScheduleTally)[]) total[kind] += tally[kind];
    if (fault !== null) return { fault: `seed ${seed}: ${fault}`, total };
  }
  return { fault: null, total };
}

test('twenty thousand random schedules of wipes, crashes, take-overs and lost answers lose, repeat and reorder nothing', () => {
  const { fault, total } = firstFault(20_000, { steps: 150, hasSweep: true });
  expect(fault).toBeNull();
  // A disturbance that hardly ever took place would have proved nothing.
  expect(Math.min(...Object.values(total))).toBeGreaterThan(1_000);
}, 240_000);

test('without anti-entropy the relay alone brings everything back after a wipe or a lost tail', () => {
  expect(firstFault(10_000, { steps: 150, hasSweep: false }).fault).toBeNull();
}, 120_000);

test('no seed and no length makes a difference', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 1, max: 600 }), fc.boolean(), (seed, steps, hasSweep) => {
      expect(playSchedule(seed, { steps, hasSweep }).fault).toBeNull();
    }),
    { numRuns: 500 },
  );
});

describe('the simulation notices', () => {
  test.each([
    ['an acknowledgement before the commit', { acknowledgesFirst: true }],
    ['a consumer that ignores gaps', { ignoresGaps: true }],
    ['a consumer that ignores its cursor', { ignoresCursor: true }],
    ['a relay that trusts an old epoch', { trustsOldEpoch: true }],
    ['a relay that never compares while idle', { skipsIdleCheck: true }],
  ])('%s', (_what, faults) => {
    expect(firstFault(3_000, { steps: 150, hasSweep: false, faults }).fault).toMatch(
      /^seed \d+: (lost|twice|disorder)/,
    );
  });
});
