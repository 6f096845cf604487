import { expect, test } from '@jest/globals';
import { earnedValueFigures } from '../earned-value/earned-value.js';
import { valueOf } from '../earned-value/figure.js';
import { performanceIndices, toCompleteIndex } from '../earned-value/performance-index.js';
import { ratio, ratioToDecimal } from '@meridian/money';

// EVM-3. Source of the inputs: documentation of the R package PRA (EV 35,000; AC 63,000; SPI 0.875; BAC 100,000).
const totals = { bacMinor: 100_000_00n, pvMinor: 40_000_00n, evMinor: 35_000_00n, acMinor: 63_000_00n };

test('EVM-3: a project that spent nearly twice what it earned', () => {
  const figures = earnedValueFigures(totals);
  expect(figures.cvMinor).toBe(-28_000_00n);
  expect(valueOf(figures.cpi)).toBe('0.555556');
  expect(valueOf(figures.estimates['cost-index'].eacMinor)).toBe(180_000_00n);
  expect(valueOf(figures.estimates['planned-rate'].eacMinor)).toBe(128_000_00n);
  expect(valueOf(figures.estimates['cost-and-schedule-index'].eacMinor)).toBe(196_714_29n);
  expect(valueOf(figures.tcpiBac)).toBe('1.756757');
});

test('EVM-3: the performance needed to end at a given estimate', () => {
  // (100,000 − 35,000) / (120,482 − 63,000)
  const index = valueOf(toCompleteIndex(totals, ratio(120_482_00n))) ?? ratio(0n);
  expect(ratioToDecimal(index, 4)).toBe('1.1308');
});

test('EVM-3: the estimate is not computed from a rounded index', () => {
  expect(valueOf(performanceIndices(totals).cpi)).toEqual(ratio(5n, 9n));
});
