import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decideCheck, type Check, type CheckState } from './check.js';
import { readinessOf, requireReady } from './readiness.js';

const check = (state: CheckState, isMandatory = true): Check => ({
  checkId: 'c1',
  title: 'Test report approved',
  isMandatory,
  state,
  version: 1,
  evidence: null,
  reason: null,
});

describe('a milestone', () => {
  test('with an open mandatory check cannot be accepted, and the refusal names the check', () => {
    expect(() => requireReady('Design', [check('passed'), check('open')])).toThrow(
      '"Design" cannot be accepted: 1 mandatory check is open or failed (Test report approved).',
    );
  });

  test('with a failed mandatory check cannot be accepted', () => {
    expect(() => requireReady('Design', [check('failed')])).toThrow('cannot be accepted');
  });

  test('whose open checks are optional can be accepted', () => {
    expect(() => requireReady('Design', [check('waived'), check('open', false)])).not.toThrow();
  });

  test('without any check is not ready', () => {
    expect(readinessOf([]).isReady).toBe(false);
    expect(() => requireReady('Design', [])).toThrow('no quality check yet');
  });

  test('is ready exactly when no mandatory check is open or failed', () => {
    const state = fc.constantFrom<CheckState>('open', 'passed', 'failed', 'waived');
    const checks = fc.array(
      fc.tuple(state, fc.boolean()).map(([s, m]) => check(s, m)),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(checks, (list) => {
        const figures = readinessOf(list);
        expect(figures.open + figures.passed + figures.failed + figures.waived).toBe(figures.total);
        expect(figures.isReady).toBe(
          list.every((c) => !c.isMandatory || ['passed', 'waived'].includes(c.state)),
        );
      }),
    );
  });
});

describe('a check', () => {
  test('passes only with evidence', () => {
    expect(() => decideCheck(check('open'), { state: 'passed', evidence: ' ' }, false)).toThrow(
      'without evidence',
    );
    expect(decideCheck(check('open'), { state: 'passed', evidence: 'TR-7' }, false)).toMatchObject({
      state: 'passed',
      evidence: 'TR-7',
      version: 2,
    });
  });

  test('is waived only with a reason', () => {
    expect(() => decideCheck(check('open'), { state: 'waived' }, false)).toThrow('needs a reason');
  });

  test('of an accepted milestone stays as it is', () => {
    expect(() => decideCheck(check('passed'), { state: 'open' }, true)).toThrow('The milestone is accepted');
  });
});
