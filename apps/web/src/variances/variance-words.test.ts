import { describe, expect, test } from '@jest/globals';
import type { VarianceRecord } from '@meridian/contracts-budgeting';
import { entrySentence, lastDeviation, limitWords, varianceState } from './variance-words.js';

const at = '2026-11-23T10:00:00Z';
const variance = (part: Partial<VarianceRecord>) =>
  ({ state: 'asked', isBroken: true, isOverdue: false, ...part }) as VarianceRecord;

describe('a variance', () => {
  test('says what it asks for, an overdue action before all else', () => {
    expect(varianceState(variance({})).word).toBe('To explain');
    expect(varianceState(variance({ state: 'acting' })).word).toBe('Action under way');
    expect(varianceState(variance({ state: 'acting', isOverdue: true })).word).toBe('Action overdue');
    expect(varianceState(variance({ isBroken: false })).word).toBe('Within tolerance again');
    expect(varianceState(variance({ state: 'closed' })).state).toBe('on-track');
  });

  test('names its limit and its last deviation in its own unit', () => {
    expect(limitWords({ limit: '10', unit: 'percent' })).toBe('10% is tolerated');
    expect(limitWords({ limit: '5', unit: 'days' })).toBe('5 days are tolerated');
    const history = [
      { place: 1, kind: 'opened' as const, at, deviation: '14' },
      { place: 2, kind: 'explained' as const, at },
    ];
    expect(lastDeviation({ history })).toBe('14');
  });
});

test('the history reads as sentences, of money and of days', () => {
  const opened = { place: 1, kind: 'opened' as const, at, deviation: '13.999966' };
  expect(
    entrySentence({ ...opened, forecastBefore: '301681900', forecast: '387599900' }, 'percent', 'EUR'),
  ).toBe('The forecast went from €3,016,819 to €3,875,999 (+14%) and left its tolerance');
  expect(
    entrySentence(
      { ...opened, deviation: '12', forecastBefore: '2027-03-31', forecast: '2027-04-12' },
      'days',
      'EUR',
    ),
  ).toMatch(/from Mar 31, 2027 to Apr 12, 2027 \(\+12 d\)/);
  const worked = {
    place: 3,
    kind: 'followed-up' as const,
    at,
    by: 'Jon',
    outcome: 'worked' as const,
    note: 'Done.',
  };
  expect(entrySentence(worked, 'percent', 'EUR')).toBe('Jon said that the action worked: Done.');
});
