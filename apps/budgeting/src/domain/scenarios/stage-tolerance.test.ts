import { expect, test } from '@jest/globals';
import { readCostTolerance, readTimeTolerance } from '../earned-value/tolerance.js';

// TOL-1, constructed after two published PRINCE2 scenarios (projex: manage by exception; open-exam-prep: principles):
// a stage may end one week early or late; the forecast is eight calendar days late.
const stage = { timeDays: 7, timeDaysEarly: 7, costPercent: 10 };

test('TOL-1: a forecast of eight days late is an exception', () => {
  const finish = { plannedFinish: '2026-06-30', forecastFinish: '2026-07-08' };
  expect(readTimeTolerance(stage, finish, 'within')).toEqual({
    dimension: 'time',
    state: 'breached',
    transition: 'breached',
    deviation: '8',
    limit: '7',
  });
});

test('TOL-1: exactly one week late is none, eight days early is one, back at six days late it ends', () => {
  const finish = (forecastFinish: string) => ({ plannedFinish: '2026-06-30', forecastFinish });
  expect(readTimeTolerance(stage, finish('2026-07-07'), 'within')).toMatchObject({
    state: 'within',
    deviation: '7',
  });
  expect(readTimeTolerance(stage, finish('2026-06-22'), 'within')).toMatchObject({
    transition: 'breached',
    deviation: '-8',
  });
  expect(readTimeTolerance(stage, finish('2026-07-06'), 'breached')).toMatchObject({
    transition: 'restored',
  });
});

test('TOL-1: what is spent today is not what is measured', () => {
  const cost = { budgetMinor: 100_000_00n, forecastMinor: 111_000_00n };
  expect(readCostTolerance(stage, cost, 'within')).toMatchObject({
    transition: 'breached',
    deviation: '11.000000',
  });
});
