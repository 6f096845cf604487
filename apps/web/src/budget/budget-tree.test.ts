import { expect, test } from '@jest/globals';
import type { BudgetTreeNode } from '@meridian/contracts-budgeting';
import { movementChoices } from './movement-choices.js';
import { treeRows } from './tree-rows.js';

function node(nodeId: string, nodeKind: string, parentId?: string, projectId?: string): BudgetTreeNode {
  return { nodeId, nodeKind, parentId, projectId, name: nodeId, currency: 'EUR' } as BudgetTreeNode;
}

const nodes = [
  node('source', 'funding-source'),
  node('a', 'project', 'source', 'a'),
  node('b', 'project', 'source', 'b'),
  node('a1', 'control-account', 'a', 'a'),
  node('b1', 'control-account', 'b', 'b'),
  node('a11', 'work-package', 'a1', 'a'),
];
const of = (nodeId: string): BudgetTreeNode => nodes.find((one) => one.nodeId === nodeId) as BudgetTreeNode;
const ways = (nodeId: string, isApprover: boolean): string[] =>
  movementChoices({ nodes, from: of(nodeId), isApprover }).map(({ movement, to }) =>
    `${movement} ${to.map((one) => one.nodeId).join(' ')}`.trim(),
  );

test('a tree is read with every part under its whole', () => {
  expect(treeRows(nodes).map(({ node: { nodeId }, level }) => `${level} ${nodeId}`)).toEqual([
    '1 source',
    '2 a',
    '3 a1',
    '4 a11',
    '2 b',
    '3 b1',
  ]);
  expect(treeRows(nodes, new Set(['a'])).map(({ node: { nodeId } }) => nodeId)).toEqual([
    'source',
    'a',
    'b',
    'b1',
  ]);
  expect(treeRows(nodes.slice(1, 4)).map(({ level }) => level)).toEqual([1, 2, 1]);
});

test('a manager moves money between the project and its parts, and nowhere else', () => {
  expect(ways('a', false)).toEqual(['allocate a1 a11']);
  expect(ways('a1', false)).toEqual(['allocate a11', 'release a']);
  expect(ways('source', false)).toEqual([]);
});

test('who approves budgets moves money through the whole tree and into reserves', () => {
  expect(ways('a', true)).toEqual(['allocate a1 a11', 'release source', 'transfer b', 'reserve', 'draw']);
  expect(ways('source', true)).toEqual(['allocate a b a1 b1 a11']);
});
