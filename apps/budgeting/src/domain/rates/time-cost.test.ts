import { expect, test } from '@jest/globals';
import type { RateSet } from '../currencies/rate-set.js';
import type { LabourRate } from './labour-rate.js';
import { commandOfTime, priceOf } from './time-cost.js';

const time = { entryId: 't', projectId: 'p', personId: 'ada', day: '2026-02-03', minutes: 450 };
const rate = (currency: string, perHourMinor: bigint): LabourRate => ({
  rateId: 'r',
  version: 1,
  holder: {},
  validFrom: '2026-01-01',
  perHourMinor,
  currency,
});
const set = (fixedOn: string, dollar: string): RateSet => ({
  setId: fixedOn,
  name: fixedOn,
  fixedOn,
  base: 'EUR',
  rates: [{ currency: 'USD', rate: dollar }],
});
const euros = (sets: readonly RateSet[] = []) => ({ currency: 'EUR', sets });
const refused = (code: string): unknown => expect.objectContaining({ code });

test('a rate in the currency of the project needs no exchange rate', () => {
  const price = priceOf(time, [rate('EUR', 100_00n)], euros());
  expect([price.amountMinor, price.rateSetId]).toEqual([750_00n, undefined]);
});

test('a rate in another currency is converted with the rates fixed last, and rounded once', () => {
  const sets = [set('2026-01-31', '0.9333'), set('2026-02-28', '0.5')];
  const price = priceOf({ ...time, minutes: 1 }, [rate('USD', 100_00n)], euros(sets));
  // 10,000 / 60 × 0.9333 = 155.55 cents.
  expect([price.amountMinor, price.rateSetId]).toEqual([156n, '2026-01-31']);
  const twice = priceOf({ ...time, minutes: 30 }, [rate('USD', 1n)], euros([set('2026-01-31', '0.9')]));
  // 0.5 × 0.9 = 0.45: none; rounded in dollars first it would be one.
  expect(twice.amountMinor).toBe(0n);
});

test('without an exchange rate for the day the time has no price', () => {
  expect(() => priceOf(time, [rate('USD', 1n)], euros([set('2026-02-04', '1')]))).toThrow(
    refused('budgeting/no-exchange-rate'),
  );
});

test('time is a fact; time below zero gives cost back; what costs nothing is not posted', () => {
  const place = { entryId: 'e', budgetId: 'p', currency: 'EUR' };
  expect(commandOfTime(time, 75_000n, place)).toMatchObject({
    kind: 'post-actual',
    basis: 'fact',
    on: '2026-02-03',
    amountMinor: 75_000n,
  });
  expect(commandOfTime(time, -75_000n, place)).toMatchObject({ kind: 'credit-actual', amountMinor: 75_000n });
  expect(commandOfTime(time, 0n, place)).toBeUndefined();
});
