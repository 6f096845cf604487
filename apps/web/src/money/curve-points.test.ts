import { describe, expect, test } from '@jest/globals';
import { costCurve } from './curve-points.js';

const points = [
  { period: '2026-10', pvMinor: '100', evMinor: '90', acMinor: '95' },
  { period: '2026-11', pvMinor: '200', evMinor: '150', acMinor: '170' },
  { period: '2026-12', pvMinor: '300' },
];

describe('the S-curve', () => {
  test('a month that still runs is measured today, a past one at its end', () => {
    const { earned, planned } = costCurve(points, '2026-11-23');
    expect(earned.map((point) => new Date(point.at).toISOString().slice(0, 10))).toEqual([
      '2026-10-01',
      '2026-10-31',
      '2026-11-23',
    ]);
    expect(new Date(planned.at(-1)?.at ?? 0).toISOString().slice(0, 10)).toBe('2026-12-31');
  });

  test('the forecast runs from the last actual cost to the estimate at completion', () => {
    const { forecast, largestMinor } = costCurve(points, '2026-11-23', '340');
    expect([forecast[0]?.minor, forecast.at(-1)?.minor]).toEqual([170, 340]);
    expect(largestMinor).toBe(340);
  });

  test('every line begins with nothing on the first day', () => {
    const { planned, earned, actual } = costCurve(points, '2026-11-23');
    const first = { at: Date.UTC(2026, 9, 1), minor: 0 };
    expect([planned[0], earned[0], actual[0]]).toEqual([first, first, first]);
  });

  test('the forecast rises as the plan rises', () => {
    const uneven = [
      { period: '2026-10', pvMinor: '100', evMinor: '100', acMinor: '120' },
      { period: '2026-11', pvMinor: '400' },
      { period: '2026-12', pvMinor: '500' },
    ];
    const { forecast } = costCurve(uneven, '2026-10-31', '600');
    expect(forecast.map((point) => point.minor)).toEqual([120, 480, 600]);
  });

  test('without actual cost there is nothing to forecast from', () => {
    expect(costCurve([{ period: '2026-12', pvMinor: '300' }], '2026-11-23', '340').forecast).toEqual([]);
  });
});
