import { expect, test } from '@jest/globals';
import { NO_MONEY, portfolioPerformance } from './portfolio-performance.js';

const whole = { bacMinor: 1_000n, pvMinor: 500n, evMinor: 400n, acMinor: 500n, committedMinor: 100n };

test('without withheld labour a portfolio is the earned value of its sums', () => {
  expect(portfolioPerformance({ whole, withheld: NO_MONEY })).toMatchObject({
    ...whole,
    cpi: '0.800000',
    spi: '0.800000',
    eacMinor: 1_250n,
  });
});

test('a project whose labour is withheld makes no portfolio look cheaper', () => {
  const withheld = { bacMinor: 2_000n, pvMinor: 1_000n, evMinor: 1_100n, acMinor: 10n, committedMinor: 40n };
  expect(portfolioPerformance({ whole, withheld })).toEqual({
    bacMinor: 3_000n,
    pvMinor: 1_500n,
    evMinor: 1_500n,
    acMinor: 510n,
    committedMinor: 140n,
    cpi: '0.800000',
    spi: '1.000000',
    eacMinor: 1_250n + 2_000n,
  });
});

test('where all labour is withheld nothing is said of cost performance', () => {
  const { cpi, spi, eacMinor } = portfolioPerformance({ whole: NO_MONEY, withheld: whole });
  expect([cpi, spi, eacMinor]).toEqual([undefined, '0.800000', 1_000n]);
});
