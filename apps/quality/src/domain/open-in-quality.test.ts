import { expect, test } from '@jest/globals';
import type { CheckState } from './check.js';
import { openInQuality } from './open-in-quality.js';

function check(checkId: string, state: CheckState, isMandatory = true) {
  return { checkId, title: `Check ${checkId}`, isMandatory, state };
}

test('a closing waits for every milestone that is not accepted, and names the checks that keep it from that', () => {
  const checks = [check('a', 'open'), check('b', 'failed'), check('c', 'waived'), check('d', 'passed')];
  const milestone = { milestoneId: 'm', name: 'Hand-over', dueOn: '2026-11-30', checks };
  expect(openInQuality([milestone])).toEqual([
    { kind: 'milestone', name: 'Hand-over', itemId: 'm', detail: 'Due 2026-11-30, not accepted' },
    { kind: 'check', name: 'Check a', itemId: 'a', detail: 'Hand-over: open' },
    { kind: 'check', name: 'Check b', itemId: 'b', detail: 'Hand-over: failed' },
  ]);
});

test('a check that is not mandatory keeps nothing open; without milestones nothing is', () => {
  const checks = [check('a', 'open', false)];
  expect(openInQuality([{ milestoneId: 'm', name: 'Hand-over', dueOn: '2026-11-30', checks }])).toHaveLength(
    1,
  );
  expect(openInQuality([])).toEqual([]);
});
