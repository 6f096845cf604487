import { expect, test } from '@jest/globals';
import { labourCost } from './labour-cost.js';
import type { LabourRate } from './labour-rate.js';
import { nextRateVersion } from './rate-record.js';

const first: LabourRate = {
  rateId: 'r',
  version: 1,
  holder: { role: 'engineer' },
  validFrom: '2026-01-01',
  perHourMinor: 100_00n,
  currency: 'EUR',
};
const refused = (code: string): unknown => expect.objectContaining({ code });
const next = (changes: Partial<LabourRate>) => nextRateVersion([first], { ...first, ...changes });

test('a rate for a past day is the next version, and the first one stays', () => {
  expect(next({ validFrom: '2025-06-01', perHourMinor: 90_00n })).toMatchObject({ version: 2 });
  expect(nextRateVersion([], first)).toEqual(first);
});

test('a rate stays with its holder', () => {
  expect(() => next({ holder: { role: 'lead' } })).toThrow(refused('budgeting/rate-holder'));
});

test('an hour costs nothing less than zero, in a currency, from a day that exists', () => {
  expect(() => next({ perHourMinor: -1n })).toThrow(refused('budgeting/negative-rate'));
  expect(() => next({ currency: 'ZZZ' })).toThrow(refused('money/unknown-currency'));
  expect(() => next({ validFrom: '2026-02-30' })).toThrow(refused('budgeting/not-a-date'));
});

test('a last day does not lie before the first', () => {
  expect(next({ validThrough: '2026-01-01' })).toMatchObject({ validThrough: '2026-01-01' });
  expect(() => next({ validThrough: '2025-12-31' })).toThrow(refused('budgeting/rate-days'));
});

test('only what has begun can end', () => {
  expect(next({ perHourMinor: null, validFrom: '2026-06-01' })).toMatchObject({ perHourMinor: null });
  expect(() => next({ perHourMinor: null, validFrom: '2025-12-31' })).toThrow(
    refused('budgeting/rate-ends-nothing'),
  );
});

test.each([
  [60, 100_00n, 100_00n],
  [450, 100_00n, 750_00n],
  [1, 100_00n, 1_67n],
  [-1, 100_00n, -1_67n],
  [3, 10n, 1n],
  [0, 100_00n, 0n],
])('%i minutes at %i an hour cost %i, rounded once', (minutes, perHourMinor, cost) => {
  expect(labourCost(minutes, perHourMinor)).toBe(cost);
});
