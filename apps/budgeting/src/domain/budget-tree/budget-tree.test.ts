import { expect, test } from '@jest/globals';
import { fundPosition } from '../ledger/touched.js';
import { budgetTree } from './budget-tree.js';
import type { NodeMoney } from './budget-tree.js';
import type { NodeKind } from './budget-node.js';

const money = (
  nodeId: string,
  kind: NodeKind,
  parentId: string | undefined,
  availableMinor: bigint,
  more: Partial<NodeMoney> = {},
): NodeMoney => ({
  node: { nodeId, kind, parentId },
  own: fundPosition(availableMinor),
  contingencyMinor: 0n,
  managementReserveMinor: 0n,
  ...more,
});

/** 100 in all: 20 left with the portfolio, 60 for the project with two reserves of 8 and 2, 40 of it distributed. */
const nodes = [
  money('portfolio', 'portfolio', undefined, 20n),
  money('project', 'project', 'portfolio', 30n, { contingencyMinor: 8n, managementReserveMinor: 2n }),
  money('account', 'control-account', 'project', 15n),
  money('package', 'work-package', 'account', 25n, { plannedMinor: 31n }),
];

test('contract budget base = performance measurement baseline + management reserve, at every level', () => {
  const totals = budgetTree(nodes);
  expect(totals.map(({ cbbMinor }) => cbbMinor)).toEqual([100n, 80n, 40n, 25n]);
  for (const one of totals) expect(one.cbbMinor).toBe(one.pmbMinor + one.managementReserveMinor);
  expect(totals[1]).toMatchObject({
    pmbMinor: 78n,
    distributedMinor: 40n,
    undistributedMinor: 30n,
    contingencyMinor: 8n,
  });
});

test('what is planned comes up from below, and what nobody planned is not zero', () => {
  const totals = budgetTree(nodes);
  expect(totals.map(({ plannedMinor }) => plannedMinor)).toEqual([31n, 31n, 31n, 31n]);
  expect(totals.map(({ differenceMinor }) => differenceMinor)).toEqual([69n, 49n, 9n, -6n]);
  const [alone] = budgetTree([money('x', 'project', undefined, 5n)]);
  expect(alone).toMatchObject({ plannedMinor: undefined, differenceMinor: undefined });
});

test('a node keeps its own plan where there is one, whatever is planned below', () => {
  const [project] = budgetTree([
    money('project', 'project', undefined, 50n, { plannedMinor: 40n }),
    money('package', 'work-package', 'project', 5n, { plannedMinor: 7n }),
  ]);
  expect(project).toMatchObject({ allocatedMinor: 55n, plannedMinor: 40n, differenceMinor: 15n });
});
