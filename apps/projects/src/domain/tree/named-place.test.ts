import { expect, test } from '@jest/globals';
import type { TreeNode } from './composition.js';
import { adoptNames } from './named-place.js';

function adopt(names: readonly (readonly [string, string | null])[], nodes: readonly TreeNode[] = []) {
  let made = 0;
  const known = new Map(nodes.map((node) => [node.nodeId, node]));
  const places = names.map(([portfolio, programme]) => ({ portfolio, programme }));
  return adoptNames(places, known, () => `new-${(made += 1)}`);
}

test('the first project that names a portfolio and a programme brings them into the tree, the next ones join', () => {
  const adopted = adopt([
    ['Roads', 'Bridges'],
    ['Roads', null],
    ['Rail', 'Bridges'],
    ['Roads', 'Bridges'],
  ]);
  expect(adopted.nodeIds).toEqual(['new-2', 'new-1', 'new-4', 'new-2']);
  expect(adopted.added.map(({ name, parentId }) => [name, parentId])).toEqual([
    ['Roads', null],
    ['Bridges', 'new-1'],
    ['Rail', null],
    ['Bridges', 'new-3'],
  ]);
});

test('a portfolio that was moved is found by its name, the one at the top first', () => {
  const inner = { nodeId: 'a', kind: 'portfolio' as const, name: 'Roads', parentId: 'group' };
  expect(adopt([['Roads', null]], [inner])).toEqual({ nodeIds: ['a'], added: [] });
  expect(adopt([['Roads', null]], [inner, { ...inner, nodeId: 'b', parentId: null }]).nodeIds).toEqual(['b']);
});

test('a programme that stands alone is what its projects name twice', () => {
  const rail = { nodeId: 'rail', kind: 'programme' as const, name: 'Rail', parentId: null };
  expect(adopt([['Rail', 'Rail']], [rail])).toEqual({ nodeIds: ['rail'], added: [] });
});
