import { expect, test } from '@jest/globals';
import { isBelow, requireBelow, requireParent } from './budget-node.js';
import type { BudgetNode } from './budget-node.js';
import { requirePath } from './movement.js';

const source: BudgetNode = { nodeId: 's', kind: 'funding-source' };
const portfolio: BudgetNode = { nodeId: 'f', kind: 'portfolio', parentId: 's' };
const project: BudgetNode = { nodeId: 'p', kind: 'project', parentId: 'f' };
const account: BudgetNode = { nodeId: 'a', kind: 'control-account', parentId: 'p' };
const nodes = new Map([source, portfolio, project, account].map((node) => [node.nodeId, node]));
const refused = (code: string): unknown => expect.objectContaining({ code: `budgeting/${code}` });

test('a node lies below all that stand above it', () => {
  expect(isBelow('a', 's', nodes)).toBe(true);
  expect(isBelow('s', 'a', nodes)).toBe(false);
  expect(() => requireBelow(project, project, nodes)).toThrow(refused('not-below'));
});

test('a work package stands under a project or control account, and nothing else', () => {
  const work: BudgetNode = { nodeId: 'w', kind: 'work-package' };
  expect(() => requireParent(work, account, nodes)).not.toThrow();
  for (const parent of [source, portfolio, undefined])
    expect(() => requireParent(work, parent, nodes)).toThrow(refused('wrong-parent'));
});

test('a circle is refused', () => {
  const below: BudgetNode = { nodeId: 'g', kind: 'portfolio', parentId: 'f' };
  const all = new Map(nodes).set('g', below);
  expect(() => requireParent({ ...portfolio, parentId: 'g' }, below, all)).toThrow(refused('rollup-cycle'));
});

test('money goes down, up, sideways between equals, and from outside to what stands alone', () => {
  const goes = (...[movement, from, to]: [Parameters<typeof requirePath>[0], BudgetNode?, BudgetNode?]) => {
    try {
      requirePath(movement, { from, to }, nodes);
      return true;
    } catch {
      return false;
    }
  };
  expect([
    goes('allocate', source, account),
    goes('allocate', undefined, source),
    goes('release', account, portfolio),
    goes('transfer', project, account),
    goes('reserve', project),
    goes('draw', project, project),
  ]).toEqual([true, true, true, true, true, true]);
  expect([
    goes('allocate', account, source),
    goes('allocate', undefined, project),
    goes('release', project, undefined),
    goes('transfer', source, portfolio),
    goes('transfer', project, undefined),
    goes('draw', account),
  ]).toEqual([false, false, false, false, false, false]);
});
