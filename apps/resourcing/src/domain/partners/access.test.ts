import { expect, test } from '@jest/globals';
import { accessOn, requireAgreement, requireCovered, requireWithinAgreement } from './access.js';

const access = { accessFrom: '2026-03-02', accessUntil: '2026-11-23' };
const refused = (code: string): unknown => expect.objectContaining({ code });

test.each([
  ['2026-03-01', 'to-come'],
  ['2026-03-02', 'open'],
  ['2026-11-23', 'open'],
  ['2026-11-24', 'ended'],
])('on %s access from 2 March to 23 November is %s', (day, expected) => {
  expect(accessOn(access, day)).toBe(expected);
});

test('nobody is let in before an agreement begins or longer than it lasts', () => {
  const agreement = { agreedFrom: '2026-03-02', agreedUntil: '2026-11-23' };
  expect(() => requireWithinAgreement(access, agreement)).not.toThrow();
  expect(() => requireWithinAgreement(access, { ...agreement, agreedUntil: null })).not.toThrow();
  const outside = refused('resourcing/access-outside-agreement');
  const later = { ...access, accessUntil: '2026-11-24' };
  expect(() => requireWithinAgreement(later, agreement)).toThrow(outside);
  const earlier = { ...access, accessFrom: '2026-03-01' };
  expect(() => requireWithinAgreement(earlier, agreement)).toThrow(outside);
});

test('an agreement is not shortened while somebody is let in for longer, and says who that is', () => {
  const kai = { personName: 'Kai Novak', ...access };
  expect(() => requireCovered([kai], { agreedFrom: '2026-01-01', agreedUntil: '2026-10-31' })).toThrow(
    /Kai Novak from 2026-03-02 to 2026-11-23/,
  );
});

test('days are not turned around', () => {
  const turned = refused('resourcing/ends-before-it-starts');
  const days = { accessFrom: '2026-03-02', accessUntil: '2026-03-01' };
  expect(() => requireWithinAgreement(days, { agreedFrom: '2026-01-01', agreedUntil: null })).toThrow(turned);
  expect(() => requireAgreement({ agreedFrom: '2026-03-02', agreedUntil: '2026-03-01' })).toThrow(turned);
});
