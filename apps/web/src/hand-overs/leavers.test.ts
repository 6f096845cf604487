import { expect, test } from '@jest/globals';
import { leavers } from './leavers.js';

const item = (personId: string, name: string) => ({
  personId,
  personName: `Name of ${personId}`,
  lastDay: '2026-12-31',
  kind: 'running-work' as const,
  name,
});

test('what people have is kept together in the order in which they leave', () => {
  const found = leavers([item('b', 'Weld'), item('a', 'Paint'), item('b', 'Test')]);
  expect(found.map(({ personId, items }) => [personId, items.map(({ name }) => name)])).toEqual([
    ['b', ['Weld', 'Test']],
    ['a', ['Paint']],
  ]);
});
