import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { hasRole, maySeeProject } from '@meridian/access';
import { Answers, Asking } from '@meridian/bus';
import { BudgetTree, BudgetTreeFigures, BudgetTreeNode } from '@meridian/contracts-budgeting';
import { minorToWire } from '@meridian/money';
import { budgetTree } from '../domain/budget-tree/budget-tree.js';
import type { NodeTotals } from '../domain/budget-tree/budget-tree.js';
import { nodeMoney } from '../domain/budget-tree/node-money.js';
import { balanceOnWire } from '../domain/ledger/balance-on-wire.js';
import { maySeeRates } from '../access/may-see-rates.js';
import type { NodeRow } from '../persistence/budget-nodes.js';
import { Database } from '../persistence/database.js';
import { labourMasks, maskedAccounts } from '../persistence/labour-cells.js';
import { balancesAt, nodesBelow, plannedCosts } from '../persistence/ledger-reading.js';

/** The budget tree with both its sides: allocated top down, planned bottom up. */
@Controller()
export class BudgetTreeQuery {
  constructor(private readonly database: Database) {}

  @Answers(BudgetTree)
  async handle(
    @Payload() { nodeId, asOf }: BudgetTree,
    @Ctx() { claims }: Asking,
  ): Promise<BudgetTreeFigures> {
    const all = await nodesBelow(this.database, nodeId);
    const nodes = await this.visible(all, claims);
    const ids = nodes.map((node) => node.nodeId);
    const withRates = maySeeRates(claims);
    // Of an earlier day only who may see rates is told the labour.
    const withTime = withRates || asOf === undefined;
    const [accounts, planned, masks] = await Promise.all([
      balancesAt(this.database, ids, { asOf, withTime }),
      plannedCosts(this.database, ids),
      withRates ? [] : labourMasks(this.database, projectsOf(nodes)),
    ]);
    const told = withTime ? maskedAccounts(accounts, masks) : accounts;
    const totals = budgetTree(nodeMoney(nodes, told, planned));
    const masked = new Set(masks.map(({ budgetId }) => budgetId));
    const labour = withTime ? ('averaged' as const) : ('left-out' as const);
    return {
      nodes: nodes.map((node, index) => ({
        ...onWire(node, totals[index] as NodeTotals),
        ...(masked.has(node.nodeId) ? { labour } : {}),
      })),
    };
  }

  /**
   * Sums of funds are shown to who answers for all money, so that no sum tells what a hidden project has; the others see
   * the projects that they may see.
   */
  private async visible(nodes: readonly NodeRow[], claims: Asking['claims']): Promise<readonly NodeRow[]> {
    if (hasRole(claims, ['pmo-manager', 'sponsor'])) return nodes;
    const projects = await this.database.project.findMany({
      where: { projectId: { in: projectsOf(nodes) } },
    });
    const seen = new Set(
      projects.filter((project) => maySeeProject(claims, project)).map(({ projectId }) => projectId),
    );
    return nodes.filter(({ projectId }) => projectId !== null && seen.has(projectId));
  }
}

function projectsOf(nodes: readonly NodeRow[]): string[] {
  return [...new Set(nodes.flatMap(({ projectId }) => projectId ?? []))];
}

function onWire(node: NodeRow, totals: NodeTotals): BudgetTreeNode {
  const { nodeId, kind, parentId, projectId, name, currency, policy, isFrozen, version } = node;
  const { plannedMinor, differenceMinor } = totals;
  return {
    nodeId,
    nodeKind: kind,
    ...(parentId === null ? {} : { parentId }),
    ...(projectId === null ? {} : { projectId }),
    name,
    currency,
    policy,
    isFrozen,
    version,
    balance: balanceOnWire(nodeId, totals.position),
    contingencyMinor: minorToWire(totals.contingencyMinor),
    managementReserveMinor: minorToWire(totals.managementReserveMinor),
    distributedMinor: minorToWire(totals.distributedMinor),
    undistributedMinor: minorToWire(totals.undistributedMinor),
    pmbMinor: minorToWire(totals.pmbMinor),
    cbbMinor: minorToWire(totals.cbbMinor),
    allocatedMinor: minorToWire(totals.allocatedMinor),
    ...(plannedMinor === undefined ? {} : { plannedMinor: minorToWire(plannedMinor) }),
    ...(differenceMinor === undefined ? {} : { differenceMinor: minorToWire(differenceMinor) }),
  };
}
