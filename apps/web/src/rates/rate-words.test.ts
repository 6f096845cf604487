import { expect, test } from '@jest/globals';
import type { LabourRateHistory } from '@meridian/contracts-budgeting';
import { inForce, nextFrom, rateFor, sortedRates } from './rate-words.js';

const version = (number: number, validFrom: string, perHourMinor: string) => ({
  version: number,
  validFrom,
  perHourMinor,
  currency: 'EUR',
  decision: 'Board',
  recordedAt: '2026-01-01T00:00:00Z',
  recordedBy: 'Anna',
});
const rate = (part: Partial<LabourRateHistory>): LabourRateHistory => ({
  rateId: 'r',
  version: 2,
  versionInForce: 1,
  versions: [version(2, '2027-01-01', '9800'), version(1, '2026-01-01', '9500')],
  ...part,
});
const kai = '22222222-2222-4222-8222-222222222222';
const names = new Map([[kai, 'Kai Novak']]);

test('a rate says whom it is for; with nothing named it is that of everybody else', () => {
  expect(rateFor(rate({}), names)).toBe('Everybody else');
  expect(rateFor(rate({ personId: kai }), names)).toBe('Kai Novak');
  expect(rateFor(rate({ role: 'Developer', grade: 'P3', siteId: 'Cork' }), names)).toBe(
    'Developer, grade P3, in Cork',
  );
});

test('the most specific stands first, a person before all', () => {
  const rates = [
    rate({}),
    rate({ role: 'Developer', siteId: 'Cork' }),
    rate({ personId: kai }),
    rate({ role: 'Analyst' }),
  ];
  expect(sortedRates(rates, names).map((one) => rateFor(one, names))).toEqual([
    'Kai Novak',
    'Developer, in Cork',
    'Analyst',
    'Everybody else',
  ]);
});

test('what holds and what comes next are told apart', () => {
  expect(inForce(rate({}))?.perHourMinor).toBe('9500');
  expect(nextFrom(rate({}), '2026-11-23')?.perHourMinor).toBe('9800');
  expect(nextFrom(rate({}), '2027-01-01')).toBeUndefined();
});
