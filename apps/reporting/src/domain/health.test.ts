import { describe, expect, test } from '@jest/globals';
import { healthOf, type ProjectFacts } from './health.js';

const quiet: ProjectFacts = {
  deliveryConfidence: null,
  finish: null,
  baselineFinish: null,
  cpi: null,
  spi: null,
  breachPercent: null,
  milestones: 0,
  failedMandatory: 0,
  overdueMilestones: 0,
  bookedPeople: 0,
  overloadedPeople: 0,
  unfilled: 0,
};

describe('the health of a project', () => {
  test('is unknown, not green, while nothing is measured', () => {
    expect(healthOf(quiet)).toMatchObject({ overall: 'unknown', cost: { state: 'unknown' } });
  });

  test('is what was declared while nothing is measured', () => {
    expect(healthOf({ ...quiet, deliveryConfidence: 'amber' }).overall).toBe('at-risk');
  });

  test('is what is measured, whatever was declared: no watermelon', () => {
    expect(healthOf({ ...quiet, deliveryConfidence: 'green', cpi: '0.800000' })).toMatchObject({
      overall: 'off-track',
      cost: { state: 'off-track', reason: 'CPI 0.80; the forecast is within tolerance.' },
    });
  });

  test('is off track when the forecast breaks its tolerance, even with a good index', () => {
    expect(healthOf({ ...quiet, cpi: '1.000000', breachPercent: '11.4' }).cost).toEqual({
      state: 'off-track',
      reason: 'The forecast breaks its tolerance by +11.4 % of the budget.',
    });
  });

  test.each([
    ['2026-12-31', 'on-track'],
    ['2027-01-07', 'on-track'],
    ['2027-01-08', 'at-risk'],
    ['2027-01-31', 'off-track'],
  ])('with the baseline on 31 December a finish on %s is %s', (finish, state) => {
    expect(healthOf({ ...quiet, finish, baselineFinish: '2026-12-31' }).schedule.state).toBe(state);
  });

  test.each([
    [1, 'at-risk'],
    [3, 'off-track'],
  ])('with %d overloaded people is %s in resources', (overloadedPeople, state) => {
    expect(healthOf({ ...quiet, bookedPeople: 5, overloadedPeople }).resources.state).toBe(state);
  });

  test('names the failed check before the overdue milestone', () => {
    const facts = { ...quiet, milestones: 4, failedMandatory: 1, overdueMilestones: 2 };
    expect(healthOf(facts).quality).toEqual({
      state: 'off-track',
      reason: '1 milestone with a failed check.',
    });
  });
});
