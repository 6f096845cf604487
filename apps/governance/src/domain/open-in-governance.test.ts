import { expect, test } from '@jest/globals';
import { openInGovernance } from './open-in-governance.js';

const planned = { gateId: 'g1', name: 'Gate: Build', state: 'planned', decision: null, dueOn: '2026-11-30' };
const held = { gateId: 'g2', name: 'Gate: Use', state: 'decided', decision: 'hold', dueOn: null };
const passed = { gateId: 'g3', name: 'Gate: Plan', state: 'decided', decision: 'go', dueOn: '2026-01-30' };
const asked = { decisionId: 'd1', title: 'Second crane', dueOn: '2026-12-01', outcome: null };
const deferred = { ...asked, decisionId: 'd2', title: 'Third crane', outcome: 'deferred' };

test('a closing waits for gates nobody decided, gates that come again, and decisions that wait', () => {
  const open = openInGovernance({ gates: [planned, held, passed], decisions: [asked, deferred] }, false);
  expect(open).toEqual([
    { kind: 'gate', name: 'Gate: Build', itemId: 'g1', detail: 'due 2026-11-30' },
    { kind: 'gate', name: 'Gate: Use', itemId: 'g2', detail: 'hold' },
    { kind: 'decision', name: 'Second crane', itemId: 'd1', detail: 'due 2026-12-01' },
    { kind: 'decision', name: 'Third crane', itemId: 'd2', detail: 'deferred, due 2026-12-01' },
  ]);
});

test('a project that was stopped passes no more gates, but what was asked about it is still answered', () => {
  const open = openInGovernance({ gates: [planned, held], decisions: [asked] }, true);
  expect(open.map(({ itemId }) => itemId)).toEqual(['d1']);
});
