import { describe, expect, test } from '@jest/globals';
import {
  budgetAttention,
  decisionAttention,
  exceptionAttention,
  gateAttention,
  milestoneAttention,
  overloadAttention,
} from './attention.js';
import { checked, planned, unknownMilestone, withdrawn } from './milestone.js';

const TODAY = '2026-11-23';
const unknown = unknownMilestone('project', 'milestone');

describe('what needs a person', () => {
  const gate = { name: 'Gate: Validate', state: 'planned', dueOn: '2026-11-24', missing: 2, asked: 9 };

  test('a gate due tomorrow with missing evidence is red and says how much is missing', () => {
    expect(gateAttention(gate, TODAY)).toMatchObject({
      severity: 'red',
      title: 'Gate: Validate misses evidence: 2 of 9 milestones open',
    });
  });

  test('a gate far away is shown from a month before it is due', () => {
    expect(gateAttention({ ...gate, dueOn: '2027-03-31' }, TODAY)).toMatchObject({
      severity: 'amber',
      visibleFrom: '2027-03-01',
    });
  });

  test.each([{ missing: 0 }, { state: 'decided' }, { dueOn: null }])(
    'a gate with %j needs nobody',
    (change) => {
      expect(gateAttention({ ...gate, ...change }, TODAY)).toBeNull();
    },
  );

  test('a broken tolerance names the deviation and the limit', () => {
    const breach = { deviationPercent: '11.400000', limitPercent: '10', since: '2026-11-22' };
    expect(budgetAttention(breach).title).toBe('The forecast passes its tolerance (+11.4 %, limit 10 %)');
  });

  test('110 % and 220 % do not look the same', () => {
    const week = (bookedMinutes: number) => ({
      weekStart: '2026-11-30',
      capacityMinutes: 2400,
      bookedMinutes,
    });
    expect(overloadAttention('Tom', [week(2640)], TODAY)).toMatchObject({
      severity: 'amber',
      title: 'Tom is booked at 110 % in the week of 2026-11-30',
    });
    expect(overloadAttention('Tom', [week(5280)], TODAY)).toMatchObject({
      severity: 'red',
      detail: 'Peak in the week of 2026-11-30: 88 h booked, 40 h possible.',
    });
  });

  test('an overload in weeks that are over needs nobody any more', () => {
    const past = { weekStart: '2026-11-09', capacityMinutes: 2400, bookedMinutes: 4800 };
    expect(overloadAttention('Tom', [past], TODAY)).toBeNull();
  });

  test('a milestone that slipped matters here when other projects wait for it', () => {
    const dates = { name: 'Master data migrated', baselineOn: '2026-12-01', forecastOn: '2026-12-13' };
    const late = planned(unknown, { ...dates, sharedWith: 2 }, TODAY);
    expect(milestoneAttention(late)).toMatchObject({
      severity: 'amber',
      title: '"Master data migrated" slipped by 12 days',
      detail: 'Forecast 2026-12-13, baseline 2026-12-01. 2 other projects wait for it.',
      since: TODAY,
    });
    expect(milestoneAttention(planned(unknown, { ...dates, sharedWith: 0 }, TODAY))).toBeNull();
    const inTime = { ...dates, forecastOn: '2026-12-01', sharedWith: 2 };
    expect(milestoneAttention(planned(late, inTime, TODAY))).toBeNull();
    expect(milestoneAttention(withdrawn(late, TODAY))).toBeNull();
  });

  test('a late milestone matters since its acceptance was taken back, not since it slipped', () => {
    const dates = { name: 'M', baselineOn: '2026-12-01', forecastOn: '2026-12-13', sharedWith: 1 };
    const readiness = { openMandatory: 0, failed: 0, isAccepted: true };
    const accepted = checked(planned(unknown, dates, '2026-11-20'), readiness, '2026-11-21');
    expect(milestoneAttention(accepted)).toBeNull();
    const takenBack = checked(accepted, { ...readiness, isAccepted: false }, TODAY);
    expect(milestoneAttention(takenBack)).toMatchObject({ since: TODAY, visibleFrom: TODAY });
  });

  test('leave that is asked for says the amount and why, and until when it can be decided', () => {
    const asked = { amountMinor: '250000', currency: 'EUR', reason: 'Steel is dearer.' };
    expect(exceptionAttention(asked, TODAY)).toEqual({
      severity: 'amber',
      title: 'Leave is asked for to go 2500.00 EUR beyond the budget',
      detail: 'Steel is dearer.',
      dueOn: null,
      visibleFrom: TODAY,
    });
    expect(exceptionAttention({ ...asked, validThrough: '2026-11-25' }, TODAY)).toMatchObject({
      severity: 'red',
      dueOn: '2026-11-25',
    });
    expect(exceptionAttention({ ...asked, reason: 'x'.repeat(900) }, TODAY).detail).toHaveLength(500);
  });

  test('a decision due in two weeks is amber', () => {
    const decision = { title: 'Approve +1.2 M', dueOn: '2026-12-07', kind: 'change-request' };
    expect(decisionAttention(decision, TODAY)).toMatchObject({ severity: 'amber', dueOn: '2026-12-07' });
  });
});
