import { expect, test } from '@jest/globals';
import { heatOf, weekdaysBetween } from './heat-map.js';

const size = { budgetMinor: 100_000_000n, workingDays: 200 };
const risk = (probabilityPercent: number, impactMinor: bigint, impactDays = 0) => ({
  probabilityPercent,
  impactMinor,
  impactDays,
});

test('every cell of the matrix has the score of the PMBOK Guide, fifth edition, figure 11-10', () => {
  const impacts = [4_000_000n, 8_000_000n, 15_000_000n, 30_000_000n, 60_000_000n];
  const scores = [90, 70, 50, 30, 10].map((percent) =>
    impacts.map((impact) => heatOf(risk(percent, impact), size)?.score),
  );
  // Printed there with two decimals: 0.05 x 0.9 is 0.045 here and 0.05 there.
  expect(scores).toEqual([
    [0.045, 0.09, 0.18, 0.36, 0.72],
    [0.035, 0.07, 0.14, 0.28, 0.56],
    [0.025, 0.05, 0.1, 0.2, 0.4],
    [0.015, 0.03, 0.06, 0.12, 0.24],
    [0.005, 0.01, 0.02, 0.04, 0.08],
  ]);
});

test('the greater of cost and time decides, each as a share of the whole', () => {
  expect(heatOf(risk(50, 1n, 30), size)).toEqual({
    probabilityBand: 3,
    impactBand: 4,
    score: 0.2,
    zone: 'high',
  });
  expect(heatOf(risk(50, 20_000_000n, 2), size)).toMatchObject({ impactBand: 3, zone: 'moderate' });
  expect(heatOf(risk(10, 5_000_000n, 4), size)).toMatchObject({ impactBand: 1, zone: 'low' });
  expect(heatOf(risk(0, 5_000_001n), size)).toMatchObject({ probabilityBand: 1, impactBand: 2 });
});

test('without a whole, or without an impact, it stands nowhere', () => {
  expect(heatOf(risk(50, 1n, 1), { budgetMinor: null, workingDays: null })).toBeNull();
  expect(heatOf(risk(50, 0n), size)).toBeNull();
  expect(heatOf(risk(50, 0n, 5), { budgetMinor: 1n, workingDays: null })).toBeNull();
});

test('weekdays are counted with both ends', () => {
  expect(weekdaysBetween('2026-03-02', '2026-03-06')).toBe(5);
  expect(weekdaysBetween('2026-03-06', '2026-03-09')).toBe(2);
  expect(weekdaysBetween('2026-03-07', '2026-03-08')).toBe(0);
  expect(weekdaysBetween('2026-03-02', '2026-03-29')).toBe(20);
});
