import { expect, test } from '@jest/globals';
import { netPresentValue } from '../business-case/business-case.js';
import { internalRateOfReturn } from '../business-case/internal-rate-of-return.js';

// NPV-1. Source: the help pages of Excel for NPV and IRR.
test('NPV-1: all four flows at the ends of their years', () => {
  const laterMinor = [-10_000_00n, 3_000_00n, 4_200_00n, 6_800_00n];
  expect(netPresentValue({ laterMinor }, '0.1')).toBe(1_188_44n);
});

test('NPV-1: the outlay now, five returns, and a loss in year six', () => {
  const nowMinor = -40_000_00n;
  const laterMinor = [8_000_00n, 9_200_00n, 10_000_00n, 12_000_00n, 14_500_00n];
  expect(netPresentValue({ nowMinor, laterMinor }, '0.08')).toBe(1_922_06n);
  expect(netPresentValue({ nowMinor, laterMinor: [...laterMinor, -9_000_00n] }, '0.08')).toBe(-3_749_47n);
});

test('NPV-1: the rate of return after four and after five years', () => {
  const nowMinor = -70_000_00n;
  const four = [12_000_00n, 15_000_00n, 18_000_00n, 21_000_00n];
  const rate = (laterMinor: readonly bigint[]): string => {
    const found = internalRateOfReturn({ nowMinor, laterMinor });
    return found.state === 'one' ? `${(Number(found.rate) * 100).toFixed(1)}%` : found.state;
  };
  expect(rate(four)).toBe('-2.1%');
  expect(rate([...four, 26_000_00n])).toBe('8.7%');
});

// NPV-2. Source: FormCalc reference (Adobe LiveCycle), which prints 11529.60863329007 and 4694.83568075117. The exact first
// value is 11529.608633290076 (to 12 decimals): the last printed digit is cut off, so ten decimals are compared.
test('NPV-2: the published figures to the tenth decimal', () => {
  const unit = 10n ** 10n;
  const laterMinor = [500n, 1_500n, 4_000n, 10_000n].map((amount) => amount * unit);
  expect(netPresentValue({ laterMinor }, '0.1')).toBe(11_529_6086332901n);
  expect(netPresentValue({ laterMinor: [5_000n * unit] }, '0.065')).toBe(4_694_8356807512n);
});

// SCO-2. Source: exercise after Schwalbe, Information Technology Project Management: three projects at 10 per cent, flows
// in thousand at the ends of years 1, 2, …, none at the start.
test.each([
  ['P1', [-300n, 300n, 500n], 350_864n],
  ['P2', [-400n, 500n], 49_587n],
  ['P3', [-300n, 500n, 400n, 300n], 645_926n],
])('SCO-2: %s', (_project, thousands, value) => {
  expect(netPresentValue({ laterMinor: thousands.map((amount) => amount * 1_000n) }, '0.1')).toBe(value);
});
