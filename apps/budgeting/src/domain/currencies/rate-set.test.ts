import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { convert, money, multiplyRatios } from '@meridian/money';
import { convertParts } from './convert-parts.js';
import { reportedMoney, unconverted } from './reported-money.js';
import { rateBetween, requireRateSet, setOn } from './rate-set.js';
import type { RateSet } from './rate-set.js';

const march: RateSet = {
  setId: 'm',
  name: 'March 2026',
  fixedOn: '2026-03-31',
  base: 'EUR',
  rates: [
    { currency: 'USD', rate: '0.9250' },
    { currency: 'JPY', rate: '0.0062' },
    { currency: 'KWD', rate: '3' },
  ],
};
const june: RateSet = {
  ...march,
  setId: 'j',
  name: 'June 2026',
  fixedOn: '2026-06-30',
  rates: [{ currency: 'USD', rate: '0.9000' }],
};
const refused = (code: string): unknown => expect.objectContaining({ code });
const dollars = (set: RateSet) => {
  const rate = rateBetween(set, 'USD', 'EUR');
  return rate && convert(money(10_000n, 'USD'), rate).amountMinor;
};

describe('a set of rates', () => {
  test('converts by way of its base, to the digits of each currency', () => {
    expect(dollars(march)).toBe(9_250n);
    const yen = rateBetween(march, 'USD', 'JPY');
    // 100.00 USD = 92.50 EUR = 14,919.35… JPY
    expect(yen && convert(money(10_000n, 'USD'), yen)).toEqual(money(14_919n, 'JPY'));
    expect(rateBetween(june, 'JPY', 'EUR')).toBeUndefined();
    expect(rateBetween(march, 'EUR', 'EUR')?.rate).toEqual({ numerator: 1n, denominator: 1n });
  });

  test('there and back is one, whatever the currencies', () => {
    for (const from of ['EUR', 'USD', 'JPY', 'KWD'])
      for (const to of ['EUR', 'USD', 'JPY', 'KWD']) {
        const [there, back] = [rateBetween(march, from, to), rateBetween(march, to, from)];
        expect(there && back && multiplyRatios(there.rate, back.rate)).toEqual({
          numerator: 1n,
          denominator: 1n,
        });
      }
  });

  test.each([
    ['its base among the rates', { rates: [{ currency: 'EUR', rate: '1' }] }, 'budgeting/exchange-rates'],
    ['a rate of nothing', { rates: [{ currency: 'USD', rate: '0.00' }] }, 'budgeting/exchange-rates'],
    [
      'a currency twice',
      { rates: [march.rates[0], march.rates[0]] as RateSet['rates'] },
      'budgeting/exchange-rates',
    ],
    ['a currency nobody has', { rates: [{ currency: 'ZZZ', rate: '1' }] }, 'money/unknown-currency'],
    ['a day that does not exist', { fixedOn: '2026-02-30' }, 'budgeting/not-a-date'],
  ])('with %s is refused', (_what, change: Partial<RateSet>, code) => {
    expect(() => requireRateSet({ ...march, ...change })).toThrow(refused(code));
    expect(() => requireRateSet(march)).not.toThrow();
  });

  test('of a day is the one fixed last before it that knows both currencies', () => {
    const on = (day: string, from = 'USD') => setOn([june, march], day, [from, 'EUR'])?.name;
    expect(['2026-03-30', '2026-03-31', '2026-06-29', '2026-06-30'].map((day) => on(day))).toEqual([
      undefined,
      'March 2026',
      'March 2026',
      'June 2026',
    ]);
    expect(on('2026-12-31', 'JPY')).toBe('March 2026');
  });
});

const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((all, one) => all + one, 0n);
const sets = fc
  .tuple(fc.bigInt({ min: 1n, max: 10n ** 8n }), fc.bigInt({ min: 1n, max: 10n ** 8n }), fc.nat(8))
  .map(([dollar, yen, scale]): RateSet => {
    const decimal = (digits: bigint) => {
      const text = String(digits).padStart(scale + 1, '0');
      return scale === 0 ? text : `${text.slice(0, -scale)}.${text.slice(-scale)}`;
    };
    return {
      ...march,
      rates: [
        { currency: 'USD', rate: decimal(dollar) },
        { currency: 'JPY', rate: decimal(yen) },
      ],
    };
  });
const currencies = fc.constantFrom('EUR', 'USD', 'JPY');
const moneys = fc.array(fc.tuple(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), currencies), {
  maxLength: 12,
});

test('three equal thirds of a unit: the earlier parts get what is left', () => {
  const third: RateSet = { ...march, rates: [{ currency: 'USD', rate: '3' }] };
  const parts = [money(100n, 'EUR'), money(100n, 'EUR'), money(100n, 'EUR')];
  expect(convertParts(parts, 'USD', third)).toEqual({ totalMinor: 100n, partsMinor: [34n, 33n, 33n] });
});

test('converted parts sum to the converted total, none a whole unit off, credits as well', () => {
  fc.assert(
    fc.property(sets, moneys, currencies, (set, drawn, to) => {
      const parts = drawn.map(([amount, currency]) => money(amount, currency));
      const { totalMinor, partsMinor } = convertParts(parts, to, set);
      expect(sum(partsMinor)).toBe(totalMinor);
      parts.forEach((part, index) => {
        const rate = rateBetween(set, part.currency, to);
        const alone = rate && convert(part, rate, 'down').amountMinor;
        const off = (partsMinor[index] ?? 0n) - (alone ?? 0n);
        expect(off >= -1n && off <= 1n).toBe(true);
      });
      const exactAlone = parts.map((part) => convertParts([part], to, set).totalMinor);
      const apart = totalMinor - sum(exactAlone);
      expect((apart < 0n ? -apart : apart) * 2n <= BigInt(parts.length + 1)).toBe(true);
    }),
    { numRuns: 400 },
  );
});

const project = (acMinor: bigint, eacMinor: bigint) => ({
  bacMinor: 0n,
  pvMinor: 0n,
  evMinor: 0n,
  acMinor,
  committedMinor: 0n,
  eacMinor,
});

test('what became dearer and what became cheaper are shown apart, of what is spent and of what is to come', () => {
  const later: RateSet = {
    ...march,
    rates: [
      { currency: 'USD', rate: '1' },
      { currency: 'JPY', rate: '0.005' },
    ],
  };
  const reported = reportedMoney(
    [
      { currency: 'USD', amounts: project(10_000n, 30_000n) },
      { currency: 'JPY', amounts: project(10_000n, 10_000n) },
      { currency: 'EUR', amounts: project(5n, 5n) },
    ],
    'EUR',
    { rates: later, compared: march },
  );
  // 100 USD: 92.50 then, 100.00 now; 200 USD to come: 185 then, 200 now; 10,000 JPY: 62 then, 50 now.
  expect(reported.exchange).toEqual({
    actual: { gainMinor: 1_200n, lossMinor: 750n },
    toComplete: { gainMinor: 0n, lossMinor: 1_500n },
  });
  expect(reported.totals).toMatchObject({ acMinor: 15_005n, eacMinor: 35_005n });
});

test('gains less losses are the difference of the totals, to the unit', () => {
  fc.assert(
    fc.property(sets, sets, moneys, (rates, compared, drawn) => {
      const sums = drawn.map(([amount, currency]) => ({ currency, amounts: project(amount, 2n * amount) }));
      const now = reportedMoney(sums, 'EUR', { rates, compared });
      const then = reportedMoney(sums, 'EUR', { rates: compared });
      const { gainMinor, lossMinor } = now.exchange.actual;
      expect(lossMinor - gainMinor).toBe(now.totals.acMinor - then.totals.acMinor);
      expect(sum(now.parts.map(({ amounts }) => amounts.eacMinor))).toBe(now.totals.eacMinor);
      expect(then.exchange.actual).toEqual({ gainMinor: 0n, lossMinor: 0n });
    }),
  );
});

test('a currency that one of the sets does not have is named', () => {
  const sums = ['USD', 'JPY', 'EUR'].map((currency) => ({ currency, amounts: project(1n, 1n) }));
  expect(unconverted(sums, 'EUR', [march, june])).toEqual(['JPY']);
});
