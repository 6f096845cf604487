import { expect, test } from '@jest/globals';
import { hitGates, type OpenGate } from './hit-gates.js';

const walls = { name: 'Walls stand', before: '2026-03-16', after: '2026-03-19' };
const roof = { name: 'Roof is on', before: '2026-03-20', after: '2026-03-20' };
const milestones = new Map([
  ['walls', walls],
  ['roof', roof],
]);

function gate(...milestoneIds: readonly string[]): OpenGate {
  return { phaseId: 'build', name: 'G2', dueOn: '2026-03-17', milestoneIds };
}

test('a gate is ready when the last milestone it asks for is reached', () => {
  expect(hitGates([gate('walls')], milestones)).toEqual([
    {
      gate: gate('walls'),
      readyBefore: '2026-03-16',
      readyOn: '2026-03-19',
      milestoneName: 'Walls stand',
    },
  ]);
});

test('a milestone that slips behind none that comes later anyway holds no gate up', () => {
  expect(hitGates([gate('walls', 'roof')], milestones)).toEqual([]);
  const later = new Map([...milestones, ['walls', { ...walls, after: '2026-03-23' }]]);
  expect(hitGates([gate('walls', 'roof')], later)).toMatchObject([
    { readyBefore: '2026-03-20', readyOn: '2026-03-23', milestoneName: 'Walls stand' },
  ]);
});

test('a gate that asks for nothing, or for what left the plan, waits for nothing here', () => {
  expect(hitGates([gate(), gate('gone')], milestones)).toEqual([]);
});
