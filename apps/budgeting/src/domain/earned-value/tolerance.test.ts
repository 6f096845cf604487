import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readCostTolerance, readTimeTolerance } from './tolerance.js';
import type { ToleranceState } from './tolerance.js';

const cost = (forecastMinor: bigint | undefined, before: ToleranceState, more = {}) =>
  readCostTolerance({ costPercent: 10, ...more }, { budgetMinor: 1_000n, forecastMinor }, before);

test('a forecast on the limit is within, one unit beyond is a breach', () => {
  expect(cost(1_100n, 'within')).toEqual({
    dimension: 'cost',
    state: 'within',
    deviation: '10.000000',
    limit: '10',
  });
  expect(cost(1_101n, 'within')).toEqual({
    dimension: 'cost',
    state: 'breached',
    transition: 'breached',
    deviation: '10.100000',
    limit: '10',
  });
});

test('a breach is announced once and ends only well within the limit', () => {
  expect(cost(1_200n, 'breached').transition).toBeUndefined();
  expect(cost(1_100n, 'breached')).toMatchObject({ state: 'breached' });
  expect(cost(1_091n, 'breached')).toMatchObject({ state: 'breached' });
  expect(cost(1_090n, 'breached')).toMatchObject({ state: 'within', transition: 'restored' });
  expect(cost(1_100n, 'breached', { restoredAtPercent: 100 })).toMatchObject({ transition: 'restored' });
});

test('a forecast that cannot be stated changes nothing', () => {
  expect(cost(undefined, 'breached')).toEqual({ dimension: 'cost', state: 'breached' });
  expect(readTimeTolerance({ timeDays: 7 }, { plannedFinish: '2026-03-02' }, 'within')).toEqual({
    dimension: 'time',
    state: 'within',
  });
});

test('spending less is no breach unless a lower limit is set', () => {
  expect(cost(500n, 'within')).toMatchObject({ state: 'within', deviation: '-50.000000' });
  expect(cost(500n, 'within', { costPercentBelow: '20.5' })).toMatchObject({
    transition: 'breached',
    limit: '20.5',
  });
  expect(cost(800n, 'breached', { costPercentBelow: 20 })).toMatchObject({ state: 'breached' });
  expect(cost(820n, 'breached', { costPercentBelow: 20 })).toMatchObject({ transition: 'restored' });
});

test('a dimension without a limit is never breached', () => {
  expect(readCostTolerance({}, { budgetMinor: 1n, forecastMinor: 99n }, 'within')).toEqual({
    dimension: 'cost',
    state: 'within',
    deviation: '9800.000000',
  });
});

test('a forecast swaying between the two limits raises one exception, however often it is read', () => {
  fc.assert(
    fc.property(fc.array(fc.bigInt({ min: 1_091n, max: 1_150n }), { minLength: 1 }), (forecasts) => {
      let state: ToleranceState = 'within';
      let raised = 0;
      for (const forecast of forecasts) {
        const reading = cost(forecast, state);
        state = reading.state;
        if (reading.transition) raised += 1;
      }
      expect(raised).toBe(forecasts.some((forecast) => forecast > 1_100n) ? 1 : 0);
    }),
  );
});
