import { expect, test } from '@jest/globals';
import { costCurve, onWire } from './cost-curve.js';

test('a curve is cumulative, has no gaps, and says nothing of what is not reported yet', () => {
  const planned = [
    { month: '2026-03', plannedMinor: 5n },
    { month: '2025-11', plannedMinor: 10n },
  ];
  const earned = [
    { month: '2025-12', evMinor: 4n, acMinor: 6n },
    { month: '2026-02', evMinor: -1n, acMinor: 2n },
  ];
  expect(costCurve(planned, earned).map(onWire)).toEqual([
    { period: '2025-11', pvMinor: '10', evMinor: '0', acMinor: '0' },
    { period: '2025-12', pvMinor: '10', evMinor: '4', acMinor: '6' },
    { period: '2026-01', pvMinor: '10', evMinor: '4', acMinor: '6' },
    { period: '2026-02', pvMinor: '10', evMinor: '3', acMinor: '8' },
    { period: '2026-03', pvMinor: '15' },
  ]);
});

test('a project without plan and reports has no curve', () => {
  expect(costCurve([], [])).toEqual([]);
});
