import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { netPresentValue, paybackPeriods, profitabilityIndex } from './business-case.js';
import { notAvailable, valueOf } from '../earned-value/figure.js';
import { internalRateOfReturn } from './internal-rate-of-return.js';

const outlay = { nowMinor: -1_000n, laterMinor: [400n, 400n, 400n] };

test('an outlay is paid back within the period in which its sum turns', () => {
  expect(valueOf(paybackPeriods(outlay))).toBe('2.500000');
  expect(valueOf(paybackPeriods({ nowMinor: -800n, laterMinor: [400n, 400n] }))).toBe('2.000000');
  expect(paybackPeriods({ nowMinor: -801n, laterMinor: [400n, 400n] })).toEqual(
    notAvailable('not-paid-back'),
  );
});

test('discounted, it takes longer', () => {
  expect(valueOf(paybackPeriods({ nowMinor: -1_000n, laterMinor: [1_100n] }, '0.1'))).toBe('1.000000');
  expect(paybackPeriods(outlay, '0.1')).toEqual(notAvailable('not-paid-back'));
});

test('a later outlay that is not covered moves the payback on', () => {
  expect(valueOf(paybackPeriods({ nowMinor: -100n, laterMinor: [100n, -50n, 100n] }))).toBe('2.500000');
});

test('the profitability index is what comes in over what goes out, both at their present value', () => {
  expect(valueOf(profitabilityIndex(outlay, '0'))).toBe('1.200000');
  expect(valueOf(profitabilityIndex({ nowMinor: -1_000n, laterMinor: [1_100n] }, '0.1'))).toBe('1.000000');
  expect(profitabilityIndex({ laterMinor: [5n] }, '0.1')).toEqual(notAvailable('no-outlay'));
});

test('a rate of -100 per cent or less is refused', () => {
  expect(() => netPresentValue(outlay, '-1')).toThrow('The discount rate is -1; it must be above -1.');
});

test('a rate of return may not exist', () => {
  expect(internalRateOfReturn({ laterMinor: [5n, 5n] })).toEqual({ state: 'none' });
  expect(internalRateOfReturn({ laterMinor: [] })).toEqual({ state: 'none' });
  expect(internalRateOfReturn({ nowMinor: 100n, laterMinor: [-300n, 250n] })).toEqual({ state: 'none' });
});

test('there may be several, and all are named', () => {
  // −100 (g − 1.1)(g − 1.2)
  expect(internalRateOfReturn({ nowMinor: -100n, laterMinor: [230n, -132n] })).toEqual({
    state: 'several',
    rates: ['0.100000', '0.200000'],
  });
});

test('a rate at which the value only touches zero is found as well', () => {
  // −100 (g − 1.1)²
  expect(internalRateOfReturn({ nowMinor: -100n, laterMinor: [220n, -121n] })).toEqual({
    state: 'one',
    rate: '0.100000',
  });
});

test('money that comes back after years of nothing has a rate', () => {
  const laterMinor = [...Array.from({ length: 39 }, () => 0n), 400_000n];
  const found = internalRateOfReturn({ nowMinor: -1_000n, laterMinor });
  expect(found).toEqual({ state: 'one', rate: (400 ** (1 / 40) - 1).toFixed(6) });
});

test('a value that touches zero at a round rate is found too', () => {
  // −4 (g − 1.5)² and −8 (g − 1.5)³
  expect(internalRateOfReturn({ nowMinor: -4n, laterMinor: [12n, -9n] })).toEqual({
    state: 'one',
    rate: '0.500000',
  });
  expect(internalRateOfReturn({ nowMinor: -8n, laterMinor: [36n, -54n, 27n] })).toEqual({
    state: 'one',
    rate: '0.500000',
  });
});

test('beside a rate that is only touched, the others are found', () => {
  // −4 (g − 1.5)² (g − 3)
  expect(internalRateOfReturn({ nowMinor: -4n, laterMinor: [24n, -45n, 27n] })).toEqual({
    state: 'several',
    rates: ['0.500000', '2.000000'],
  });
});

test('the rates found are those the flows were built from, all of them and no other', () => {
  // Π (100 g − percent) for the growth factors chosen, and a factor without real roots, g² + g + 1.
  const percents = fc.array(fc.integer({ min: -150, max: 400 }), { minLength: 1, maxLength: 7 });
  fc.assert(
    fc.property(percents, fc.boolean(), (growths, isObscured) => {
      const factors = growths.map((percent) => [100n, -BigInt(percent)]);
      const flows = [...factors, ...(isObscured ? [[1n, 1n, 1n]] : [])].reduce(productOf, [-1n]);
      const expected = [...new Set(growths.filter((percent) => percent > 0))].sort((a, b) => a - b);
      const found = internalRateOfReturn({ nowMinor: flows[0], laterMinor: flows.slice(1) });
      const rates = found.state === 'none' ? [] : found.state === 'one' ? [found.rate] : found.rates;
      expect(rates).toEqual(expected.map((percent) => ((percent - 100) / 100).toFixed(6)));
    }),
    { numRuns: 300 },
  );
});

function productOf(a: readonly bigint[], b: readonly bigint[]): bigint[] {
  const product = Array.from({ length: a.length + b.length - 1 }, () => 0n);
  a.forEach((left, i) => b.forEach((right, j) => ((product[i + j] as bigint) += left * right)));
  return product;
}
