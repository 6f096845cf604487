import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { exposureOf, reductionLeverage } from './exposure.js';

const assessment = fc.record({
  probabilityPercent: fc.integer({ min: 0, max: 100 }),
  impactMinor: fc.bigInt({ min: 0n, max: 10n ** 15n - 1n }),
  impactDays: fc.integer({ min: 0, max: 10_000 }),
});

test('a risk of 30 percent to lose 250,000.00 and 40 days exposes to 75,000.00 and 12 days', () => {
  const risk = { probabilityPercent: 30, impactMinor: 25_000_000n, impactDays: 40 };
  expect(exposureOf(risk)).toEqual({ minor: 7_500_000n, centidays: 1200 });
});

test('half a cent rounds up', () => {
  expect(exposureOf({ probabilityPercent: 50, impactMinor: 1n, impactDays: 0 }).minor).toBe(1n);
  expect(exposureOf({ probabilityPercent: 49, impactMinor: 1n, impactDays: 0 }).minor).toBe(0n);
});

test('exposure is never above the impact, is the impact when it is certain and nothing when it is impossible', () => {
  fc.assert(
    fc.property(assessment, (risk) => {
      const { minor, centidays } = exposureOf(risk);
      expect(minor >= 0n && minor <= risk.impactMinor).toBe(true);
      expect(centidays).toBeLessThanOrEqual(100 * risk.impactDays);
      expect(exposureOf({ ...risk, probabilityPercent: 100 })).toEqual({
        minor: risk.impactMinor,
        centidays: 100 * risk.impactDays,
      });
      expect(exposureOf({ ...risk, probabilityPercent: 0 })).toEqual({ minor: 0n, centidays: 0 });
    }),
  );
});

test('what is likelier or worse never exposes less', () => {
  fc.assert(
    fc.property(assessment, assessment, (one, other) => {
      const worse = {
        probabilityPercent: Math.max(one.probabilityPercent, other.probabilityPercent),
        impactMinor: one.impactMinor > other.impactMinor ? one.impactMinor : other.impactMinor,
        impactDays: Math.max(one.impactDays, other.impactDays),
      };
      expect(exposureOf(worse).minor >= exposureOf(one).minor).toBe(true);
      expect(exposureOf(worse).centidays).toBeGreaterThanOrEqual(exposureOf(one).centidays);
    }),
  );
});

test('15,000.00 that take an exposure from 75,000.00 to 15,000.00 have a leverage of 4', () => {
  const leverage = reductionLeverage(
    { minor: 7_500_000n, centidays: 1200 },
    { minor: 1_500_000n, centidays: 300 },
    1_500_000n,
  );
  expect(leverage).toBe(4);
});

test('a response that costs nothing has no leverage, one that makes it worse has a negative one', () => {
  const [less, more] = [
    { minor: 100n, centidays: 0 },
    { minor: 300n, centidays: 0 },
  ];
  expect(reductionLeverage(more, less, 0n)).toBeNull();
  expect(reductionLeverage(less, more, 100n)).toBe(-2);
});
