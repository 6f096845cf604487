import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { milestoneTrend, type MilestoneReading } from './milestone-trend.js';

const day = fc
  .integer({ min: 0, max: 700 })
  .map((at) => new Date(Date.UTC(2026, 0, 1) + at * 86_400_000).toISOString().slice(0, 10));
const readings = fc
  .array(fc.record({ reportedOn: day, forecastOn: day }), { minLength: 1, maxLength: 20 })
  .map((said) => said.map((one, at) => reading(at + 1, one.reportedOn, one.forecastOn)));
const END = '2028-12-31';

function reading(version: number, reportedOn: string, forecastOn: string, other = {}): MilestoneReading {
  return { version, cause: 'plan', reportedOn, forecastOn, baselineOn: '2026-06-01', ...other };
}

/** Promised for 1 June; in January still, in February a week later, in March two weeks. */
const slipping = [
  reading(1, '2026-01-31', '2026-06-01'),
  reading(2, '2026-02-28', '2026-06-08'),
  reading(3, '2026-03-31', '2026-06-15'),
];

test('a milestone that slips a week a month rises point by point', () => {
  const trend = milestoneTrend(slipping, { asOf: '2026-03-31', isReached: false });
  expect(trend.points.map(({ forecastOn }) => forecastOn)).toEqual([
    '2026-06-01',
    '2026-06-08',
    '2026-06-15',
  ]);
  expect(trend).toMatchObject({ movedDays: 14, slipSinceFirstDays: 14, firstBaselineOn: '2026-06-01' });
});

test('a new baseline does not hide what was promised at first', () => {
  const rebased = [...slipping, reading(4, '2026-04-30', '2026-06-15', { baselineOn: '2026-06-15' })];
  expect(milestoneTrend(rebased, { asOf: '2026-04-30', isReached: false })).toMatchObject({
    firstBaselineOn: '2026-06-01',
    slipSinceFirstDays: 14,
  });
});

test('what is said last for a reporting date counts, a late report takes its place, and the last word holds now', () => {
  const late = [...slipping, reading(4, '2026-02-28', '2026-06-10'), reading(5, '2026-02-14', '2026-06-03')];
  const { points } = milestoneTrend(late, { asOf: '2026-03-31', isReached: false });
  expect(points.map(({ reportedOn, forecastOn }) => [reportedOn, forecastOn])).toEqual([
    ['2026-01-31', '2026-06-01'],
    ['2026-02-14', '2026-06-03'],
    ['2026-02-28', '2026-06-10'],
    ['2026-03-31', '2026-06-03'],
  ]);
});

test('an unchanged forecast still stands on the last reporting date, unless the milestone is reached', () => {
  const last = (isReached: boolean) =>
    milestoneTrend(slipping, { asOf: '2026-05-31', isReached }).points.at(-1);
  expect(last(false)).toEqual({ reportedOn: '2026-05-31', forecastOn: '2026-06-15' });
  expect(last(true)).toEqual({ reportedOn: '2026-03-31', forecastOn: '2026-06-15' });
});

test('owners, criteria and acceptance are no reports', () => {
  const accepted = [...slipping, reading(4, '2026-06-16', '2026-06-15', { cause: 'acceptance' })];
  expect(milestoneTrend(accepted, { asOf: '2026-03-31', isReached: true }).points).toHaveLength(3);
});

test('a trend has one point a reporting date, in order, whatever the order it is read in', () => {
  fc.assert(
    fc.property(readings, fc.boolean(), (said, isReached) => {
      const { points, movedDays, slipSinceFirstDays } = milestoneTrend(said, { asOf: END, isReached });
      const days = points.map(({ reportedOn }) => reportedOn);
      expect(days).toEqual([...new Set(days)].sort());
      for (const { reportedOn, forecastOn } of points.slice(0, -1)) {
        const ofDay = said.filter((one) => one.reportedOn === reportedOn);
        expect(forecastOn).toBe(ofDay.at(-1)?.forecastOn);
      }
      expect(points.at(-1)?.forecastOn).toBe(said.at(-1)?.forecastOn);
      expect(new Set(said.map((one) => one.reportedOn)).size).toBe(points.length - (isReached ? 0 : 1));
      const start = (Date.parse(points[0]?.forecastOn ?? '') - Date.parse('2026-06-01')) / 86_400_000;
      expect(slipSinceFirstDays).toBe(start + movedDays);
      expect(milestoneTrend(said.toReversed(), { asOf: END, isReached }).points).toEqual(points);
    }),
  );
});
