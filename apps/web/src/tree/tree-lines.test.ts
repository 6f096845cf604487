import { expect, test } from '@jest/globals';
import type { TreeNodeLine } from '@meridian/contracts-projects';
import { placesFor, placeWords, treeLines } from './tree-lines.js';

function node(
  nodeId: string,
  parentId?: string,
  nodeKind: TreeNodeLine['nodeKind'] = 'portfolio',
): TreeNodeLine {
  const place = parentId === undefined ? {} : { parentId };
  return { nodeId, nodeKind, name: nodeId, version: 1, projects: 0, projectsBelow: 0, ...place };
}

const nodes = [
  node('Roads', 'Group'),
  node('Rail'),
  node('Group'),
  node('Bridges', 'Roads', 'programme'),
  node('Tunnels', 'Group', 'programme'),
];

function told(lines: ReturnType<typeof treeLines>): string {
  return lines.map(({ node: { nodeId }, depth }) => `${depth} ${nodeId}`).join(', ');
}

test('portfolios and programmes stand below what holds them, those of one place by name', () => {
  expect(told(treeLines(nodes))).toBe('0 Group, 1 Roads, 2 Bridges, 1 Tunnels, 0 Rail');
});

test('a node whose portfolio the person does not see stands at the top', () => {
  expect(told(treeLines([node('Roads', 'hidden')]))).toBe('0 Roads');
});

test('a portfolio is not moved below itself, and nothing is moved into a programme', () => {
  expect(told(placesFor(nodes, 'Group'))).toBe('0 Rail');
  expect(told(placesFor(nodes, 'Bridges'))).toBe('0 Group, 1 Roads, 0 Rail');
  expect(told(placesFor(nodes, 'new'))).toBe('0 Group, 1 Roads, 0 Rail');
});

test('a choice shows by its indent where it stands', () => {
  expect(treeLines(nodes).slice(0, 2).map(placeWords)).toEqual(['Group', '\u2003Roads']);
});
