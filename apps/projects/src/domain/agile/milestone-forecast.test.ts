import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { forecastTargets } from './milestone-forecast.js';

const runs = 500;
const histories = fc.array(fc.nat({ max: 9 }), { minLength: 1, maxLength: 12 });
const target = fc.integer({ min: 1, max: 40 });
const seeds = fc.nat({ max: 2_147_483_647 });
const days = (found: number | null | undefined) => found ?? Infinity;

test('a team that finishes four items every week has ten after two weeks and a half, whatever is drawn', () => {
  const [forecast] = forecastTargets({ history: [4, 4, 4, 4, 4], targets: [10], seed: 7, runs });
  expect(forecast).toMatchObject({ p50: 18, p80: 18, p90: 18 });
  expect([17, 18].map((within) => forecast!.inTimePercent(within))).toEqual([0, 100]);
});

test('who finishes one item in half of the weeks is done with one as the geometric distribution says', () => {
  const [forecast] = forecastTargets({ history: [0, 1], targets: [1], seed: 1 });
  // P(done within n weeks) = 1 - 2^-n: 50 percent after one week, 75 after two, 87.5 after three, 93.75 after four.
  expect(forecast).toMatchObject({ p80: 21, p90: 28 });
  for (const [weeks, expected] of [
    [1, 50],
    [2, 75],
    [3, 87.5],
  ] as const)
    expect(Math.abs(forecast!.inTimePercent(7 * weeks) - expected)).toBeLessThanOrEqual(2);
});

test('the same seed on the same history gives the same answer', () => {
  fc.assert(
    fc.property(histories, target, seeds, (history, wanted, seed) => {
      const answer = () => forecastTargets({ history, targets: [wanted], seed, runs })[0]!;
      const [one, two] = [answer(), answer()];
      expect([one.p50, one.p80, one.p90]).toEqual([two.p50, two.p80, two.p90]);
    }),
    { numRuns: 30 },
  );
});

test('more weeks in which nothing was finished never make it earlier', () => {
  fc.assert(
    fc.property(histories, target, seeds, fc.integer({ min: 1, max: 5 }), (history, wanted, seed, idle) => {
      const answer = (weeks: readonly number[]) =>
        forecastTargets({ history: weeks, targets: [wanted], seed, runs })[0]!;
      const slower = answer([...history, ...Array<number>(idle).fill(0)]);
      const faster = answer(history);
      for (const percent of ['p50', 'p80', 'p90'] as const)
        expect(days(slower[percent])).toBeGreaterThanOrEqual(days(faster[percent]));
      expect(slower.inTimePercent(60)).toBeLessThanOrEqual(faster.inTimePercent(60));
    }),
    { numRuns: 40 },
  );
});

test('what comes later in the backlog is not reached earlier, and surer days are later ones', () => {
  fc.assert(
    fc.property(histories, target, target, seeds, (history, first, more, seed) => {
      const [near, far] = forecastTargets({ history, targets: [first, first + more], seed, runs });
      for (const percent of ['p50', 'p80', 'p90'] as const)
        expect(days(far![percent])).toBeGreaterThanOrEqual(days(near![percent]));
      expect(days(near!.p50)).toBeLessThanOrEqual(days(near!.p80));
      expect(days(near!.p80)).toBeLessThanOrEqual(days(near!.p90));
    }),
    { numRuns: 30 },
  );
});
