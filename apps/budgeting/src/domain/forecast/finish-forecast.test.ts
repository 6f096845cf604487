import { expect, test } from '@jest/globals';
import { ratioToDecimal } from '@meridian/money';
import fc from 'fast-check';
import { mapFigure } from '../earned-value/figure.js';
import type { EarnedValueTotals } from '../earned-value/performance-index.js';
import { finishForecasts } from './finish-forecast.js';
import type { TimeStatus } from './time-status.js';

// The plan of EVM-1 (Damnjanovic and Reinschmidt 2020): 10, 20, 40, 70 and 100 % of 100,000; after 3 periods 35 % done.
const TOTALS: EarnedValueTotals = {
  bacMinor: 100_000n,
  pvMinor: 40_000n,
  evMinor: 35_000n,
  acMinor: 36_000n,
};
const TIME: TimeStatus = {
  start: 0,
  plannedFinish: 4,
  cumulativePvMinor: [10_000n, 20_000n, 40_000n, 70_000n, 100_000n],
  plannedDuration: 5,
  actualTime: 3,
};

function told(totals: EarnedValueTotals, time: TimeStatus): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(finishForecasts(totals, time)).map(([method, figure]) => {
      const text = mapFigure(figure, (value) => ratioToDecimal(value, 6));
      return [method, text.state === 'available' ? text.value : text.reason];
    }),
  );
}

test('the plan of Damnjanovic and Reinschmidt is forecast by all nine formulas of Vandevoorde and Vanhoucke (2006)', () => {
  expect(told(TOTALS, TIME)).toEqual({
    // PD - SV / (BAC / PD); PD / SPI; PD / (SPI x CPI)
    'planned-value-1': '5.250000',
    'planned-value-2': '5.714286',
    'planned-value-3': '5.877551',
    // ED = 3 x 0.875 = 2.625; AT + (PD - ED) / PF
    'earned-duration-1': '5.375000',
    'earned-duration-2': '5.714286',
    'earned-duration-3': '5.791837',
    // ES = 2.75; the second is IEAC(t) of ES-2 in the rules
    'earned-schedule-1': '5.250000',
    'earned-schedule-2': '5.454545',
    'earned-schedule-3': '5.524675',
  });
});

test('beyond its planned end, earned duration counts on from today and not from the plan', () => {
  const late = { ...TOTALS, pvMinor: 100_000n, evMinor: 80_000n };
  // ED = 7 x 0.8 = 5.6; AT + (AT - ED)
  expect(told(late, { ...TIME, actualTime: 7 })['earned-duration-1']).toBe('8.400000');
});

test('without earned value no rate is known; before the first day nothing is', () => {
  const unearned = told({ ...TOTALS, evMinor: 0n }, TIME);
  expect(unearned['earned-schedule-2']).toBe('no-earned-value');
  expect(unearned['planned-value-2']).toBe('no-earned-value');
  expect(unearned['earned-schedule-1']).toBe('8.000000');
  const early = told({ ...TOTALS, pvMinor: 0n, evMinor: 0n, acMinor: 0n }, { ...TIME, actualTime: 0 });
  expect(Object.values(early).filter((reason) => reason?.startsWith('no-'))).toHaveLength(9);
});

test('work that goes exactly as planned ends as planned, by every method', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 10_000 }), { minLength: 2, maxLength: 20 }),
      fc.nat(),
      (steps, at) => {
        const cumulative = steps.map((_, index) =>
          BigInt(steps.slice(0, index + 1).reduce((all, step) => all + step, 0)),
        );
        const actualTime = (at % steps.length) + 1;
        const done = cumulative[actualTime - 1] as bigint;
        const totals = { bacMinor: cumulative.at(-1) as bigint, pvMinor: done, evMinor: done, acMinor: done };
        const time = { ...TIME, cumulativePvMinor: cumulative, plannedDuration: steps.length, actualTime };
        expect(new Set(Object.values(told(totals, time)))).toEqual(new Set([`${steps.length}.000000`]));
      },
    ),
  );
});
