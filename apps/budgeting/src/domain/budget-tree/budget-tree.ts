import type { BudgetPosition } from '../ledger/ledger.js';
import { isPartOfProject } from './budget-node.js';
import type { BudgetNode } from './budget-node.js';

/** What the ledger and the plan say of one node alone. */
export interface NodeMoney {
  readonly node: BudgetNode;
  /** All periods of its own accounts; for a fund, only what it still has to give. */
  readonly own: BudgetPosition;
  readonly contingencyMinor: bigint;
  readonly managementReserveMinor: bigint;
  /** What the plan says its own work costs; undefined where nothing is planned for it alone. */
  readonly plannedMinor?: bigint | undefined;
}

/**
 * A node with all below it. Top down, `allocatedMinor` is what it was given; bottom up, `plannedMinor` is what the plans
 * below it cost. Both stand side by side: neither overwrites the other, and `differenceMinor` = allocated − planned.
 *
 * Of a project, after EIA-748: the contract budget base (CBB) is the performance measurement baseline (PMB) and the
 * management reserve; the PMB is what is distributed to control accounts and work packages, what is not yet, and the
 * contingency for known risks.
 */
export interface NodeTotals {
  readonly nodeId: string;
  readonly position: BudgetPosition;
  readonly contingencyMinor: bigint;
  readonly managementReserveMinor: bigint;
  readonly distributedMinor: bigint;
  readonly undistributedMinor: bigint;
  readonly pmbMinor: bigint;
  readonly cbbMinor: bigint;
  readonly allocatedMinor: bigint;
  readonly plannedMinor: bigint | undefined;
  readonly differenceMinor: bigint | undefined;
}

/** Totals of every node, in the order given. */
export function budgetTree(all: readonly NodeMoney[]): readonly NodeTotals[] {
  const known = new Set(all.map(({ node }) => node.nodeId));
  const children = new Map<string, NodeMoney[]>();
  for (const one of all) {
    const { parentId } = one.node;
    if (parentId == null || !known.has(parentId)) continue;
    children.set(parentId, [...(children.get(parentId) ?? []), one]);
  }
  const totals = new Map<string, NodeTotals>();
  const totalsOf = (one: NodeMoney): NodeTotals => {
    const found = totals.get(one.node.nodeId);
    if (found) return found;
    const below = (children.get(one.node.nodeId) ?? []).map((child) => ({ child, totals: totalsOf(child) }));
    const made = sumUp(one, below);
    totals.set(one.node.nodeId, made);
    return made;
  };
  return all.map(totalsOf);
}

function sumUp(
  { node, own, ...one }: NodeMoney,
  below: readonly { readonly child: NodeMoney; readonly totals: NodeTotals }[],
): NodeTotals {
  const sum = (of: (totals: NodeTotals) => bigint): bigint =>
    below.reduce((all, { totals }) => all + of(totals), 0n);
  const position = FIELDS.reduce(
    (all, field) => ({ ...all, [field]: own[field] + sum((totals) => totals.position[field]) }),
    own,
  );
  const contingencyMinor = one.contingencyMinor + sum((totals) => totals.contingencyMinor);
  const managementReserveMinor = one.managementReserveMinor + sum((totals) => totals.managementReserveMinor);
  const distributedMinor = below.reduce(
    (all, { child, totals }) => (isPartOfProject(child.node.kind) ? all + totals.position.grantedMinor : all),
    0n,
  );
  const pmbMinor = position.grantedMinor + contingencyMinor;
  const allocatedMinor = pmbMinor + managementReserveMinor;
  const plannedMinor = one.plannedMinor ?? plannedBelow(below.map(({ totals }) => totals));
  return {
    nodeId: node.nodeId,
    position,
    contingencyMinor,
    managementReserveMinor,
    distributedMinor,
    undistributedMinor: own.grantedMinor,
    pmbMinor,
    cbbMinor: allocatedMinor,
    allocatedMinor,
    plannedMinor,
    differenceMinor: plannedMinor === undefined ? undefined : allocatedMinor - plannedMinor,
  };
}

const FIELDS = [
  'grantedMinor',
  'reservedMinor',
  'committedMinor',
  'accruedMinor',
  'actualMinor',
  'availableMinor',
] as const;

function plannedBelow(below: readonly NodeTotals[]): bigint | undefined {
  const planned = below.flatMap(({ plannedMinor }) => (plannedMinor === undefined ? [] : [plannedMinor]));
  return planned.length === 0 ? undefined : planned.reduce((all, amount) => all + amount, 0n);
}
