import { expect, test } from '@jest/globals';
import { earnedValueFigures } from '../earned-value/earned-value.js';
import { valueOf } from '../earned-value/figure.js';

// EVM-4. Source of the inputs: earned value slides of the University of Texas at Dallas: half way through a project of
// 100,000, planned 55,000, spent 45,000, earned 50,000.
test('EVM-4: behind plan and below cost', () => {
  const figures = earnedValueFigures({
    bacMinor: 100_000_00n,
    pvMinor: 55_000_00n,
    evMinor: 50_000_00n,
    acMinor: 45_000_00n,
  });
  expect(valueOf(figures.spi)).toBe('0.909091');
  expect(valueOf(figures.cpi)).toBe('1.111111');
  expect(figures).toMatchObject({ svMinor: -5_000_00n, cvMinor: 5_000_00n });
  expect(valueOf(figures.shareComplete)).toBe('0.500000');
  expect(valueOf(figures.estimates['cost-index'].eacMinor)).toBe(90_000_00n);
});
