import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  mayBeHandedIn,
  outcomeOf,
  requireChangeable,
  requireHandedIn,
  requireOtherEyes,
} from './deliverable.js';

const refused = (code: string): unknown => expect.objectContaining({ code });
const finding = (criterion: number, isMet = true) => ({ criterion, isMet, evidence: 'Report 12' });
const criteria = ['No record is lost', 'Two regions are done'];

test('all criteria met is accepted, one not met is rejected', () => {
  expect(outcomeOf(criteria, [finding(2), finding(1)])).toBe('accepted');
  expect(outcomeOf(criteria, [finding(1), finding(2, false)])).toBe('rejected');
});

test.each([
  ['one is missing', [finding(1)]],
  ['one is judged twice', [finding(1), finding(1)]],
  ['there is no such criterion', [finding(1), finding(2), finding(3)]],
])('nothing is decided where %s', (_, findings) => {
  expect(() => outcomeOf(criteria, findings)).toThrow(refused('resourcing/criteria-not-judged'));
});

test('accepted means that nothing was found unmet, whatever the criteria', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 20 }), (met) => {
      const findings = met.map((isMet, index) => finding(index + 1, isMet));
      const outcome = outcomeOf(
        met.map((_, index) => `Criterion ${index}`),
        findings,
      );
      expect(outcome === 'accepted').toBe(!met.includes(false));
    }),
  );
});

test.each([
  ['agreed', true, false],
  ['handed-in', false, true],
  ['accepted', false, false],
  ['rejected', true, false],
] as const)(
  'what is %s may be handed in and changed: %s; may be decided on: %s',
  (state, open, decidable) => {
    expect(mayBeHandedIn(state)).toBe(open);
    const change = expect(() => requireChangeable(state));
    const decide = expect(() => requireHandedIn(state));
    (open ? change.not : change).toThrow(refused('resourcing/deliverable-settled'));
    (decidable ? decide.not : decide).toThrow(refused('resourcing/deliverable-not-handed-in'));
  },
);

test('who handed in does not decide', () => {
  expect(() => requireOtherEyes('kai', 'kai')).toThrow(refused('resourcing/own-deliverable'));
  expect(() => requireOtherEyes('jon', 'kai')).not.toThrow();
});
