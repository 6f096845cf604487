import { describe, expect, test } from '@jest/globals';
import { moneyReport } from './money-report.js';
import type { MoneyPosition } from './money-report.js';

// EVM-1 at the end of month three; ES-2.
const position: MoneyPosition = {
  bacMinor: 100_000_00n,
  pvMinor: 40_000_00n,
  evMinor: 35_000_00n,
  acMinor: 36_000_00n,
  committedMinor: 0n,
  statusDate: '2026-03-31',
  completedOn: null,
  months: [10n, 20n, 40n, 70n, 100n].map((thousands, index) => ({
    month: `2026-0${index + 1}`,
    cumulativeMinor: thousands * 1_000_00n,
  })),
  hasBudget: true,
  isFrozen: false,
  evBeforeMinor: 35_000_00n,
};

describe('the report of a project', () => {
  test('ES-2: measures time in months of the plan', () => {
    expect(moneyReport(position)).toMatchObject({
      spiT: '0.916667',
      percentComplete: '35.000000',
      flags: [],
    });
    expect(moneyReport({ ...position, statusDate: '2026-04-15' }).spiT).toBe('0.785714');
  });

  test('the clock of a finished project stands still', () => {
    const done = { ...position, evMinor: position.bacMinor, completedOn: '2026-05-31' };
    expect(moneyReport({ ...done, statusDate: '2026-12-31' }).spiT).toBe('1.000000');
  });

  test('before the first month, and without a plan, no performance over time is stated', () => {
    expect(moneyReport({ ...position, statusDate: '2025-12-31' }).spiT).toBeUndefined();
    expect(moneyReport({ ...position, months: [] }).spiT).toBeUndefined();
  });

  test('while nothing is earned the forecast is the budget, or what is bound beyond it', () => {
    const unearned = { ...position, evMinor: 0n };
    expect(moneyReport(unearned).forecastMinor).toBe(100_000_00n);
    expect(moneyReport({ ...unearned, committedMinor: 90_000_00n }).forecastMinor).toBe(126_000_00n);
    expect(moneyReport(position).forecastMinor).toBe(102_857_14n);
  });

  test('names what somebody should look at', () => {
    const odd = { ...position, evMinor: 0n, committedMinor: 64_000_01n, isFrozen: true };
    expect(moneyReport(odd).flags).toEqual([
      'cost-without-earned-value',
      'earned-value-decreased',
      'over-committed',
      'frozen',
    ]);
    const bare = { ...position, bacMinor: 0n, evMinor: 0n, acMinor: 0n, months: [], hasBudget: false };
    expect(moneyReport({ ...bare, evBeforeMinor: 0n }).flags).toEqual(['no-budget']);
    expect(moneyReport(bare).percentComplete).toBe('0.000000');
  });
});
