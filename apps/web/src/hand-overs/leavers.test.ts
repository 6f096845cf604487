import { expect, test } from '@jest/globals';
import { leavers } from './leavers.js';

const item = (personId: string, name: string) => ({
  personId,
  personName: `Name of ${personId}`,
  lastDay: '2026-12-31',
  kind: 'running-work' as const,
  name,
});

test('what people have is kept together, by name where they leave on the same day', () => {
  const found = leavers([item('b', 'Weld'), item('a', 'Paint'), item('b', 'Test')]);
  expect(found.map(({ personId, items }) => [personId, items.map(({ name }) => name)])).toEqual([
    ['a', ['Paint']],
    ['b', ['Weld', 'Test']],
  ]);
});

test('who leaves with nothing but decisions that wait stands there too, in the order in which people leave', () => {
  const approval = {
    personId: 'c',
    personName: 'Name of c',
    lastDay: '2026-12-24',
    kind: 'timesheet' as const,
    otherPersonId: 'd',
    otherPersonName: 'Name of d',
    weekStart: '2026-11-16',
  };
  const found = leavers([item('a', 'Paint')], [approval]);
  expect(found.map(({ personId, items, approvals }) => [personId, items.length, approvals.length])).toEqual([
    ['c', 0, 1],
    ['a', 1, 0],
  ]);
});
