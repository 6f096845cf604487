import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { requireManager } from '@meridian/access';
import { Answers, Call } from '@meridian/bus';
import { BudgetNodeVersion, RecordBudgetNode } from '@meridian/contracts-budgeting';
import { requireSameCurrency } from '@meridian/money';
import { isPartOfProject, requireParent } from '../domain/budget-tree/budget-node.js';
import { requireUnchangedPlace } from '../domain/budget-tree/place-in-use.js';
import { lockTree, nodeIn, nodesUpwards } from '../persistence/budget-nodes.js';
import type { NodeRow } from '../persistence/budget-nodes.js';
import { lockBudget } from '../persistence/budgets.js';
import type { Tx } from '../persistence/database.js';
import { hasMoney, saveNode } from '../persistence/node-records.js';
import { requireApproverRole, requireVersion } from '../access/may-change-money.js';

/** Funds and projects are put into the tree by who approves budgets; parts of a project by its manager. */
@Controller()
export class RecordBudgetNodeCommand {
  @Answers(RecordBudgetNode)
  async handle(@Payload() request: RecordBudgetNode, @Ctx() call: Call<Tx>): Promise<BudgetNodeVersion> {
    const { tx } = call;
    const { nodeId, parentId } = request;
    await lockTree(tx);
    const nodes = await nodesUpwards(tx, [nodeId, ...(parentId === undefined ? [] : [parentId])]);
    const parent = parentId === undefined ? undefined : nodeIn(nodes, parentId);
    const known = nodes.get(nodeId);
    const before = known && known.version > 0 ? known : undefined;
    const node = this.nodeOf(request, before, parent);
    await this.requireMay(call, node);
    requireVersion(call.expectedVersion, before?.version ?? 0);
    requireParent(node, parent, nodes);
    if (parent) requireSameCurrency(parent, node);
    if (before) requireUnchangedPlace(before, node, await hasMoney(tx, nodeId));
    if (node.projectId !== null && isPartOfProject(node.kind)) await this.announceParts(tx, node.projectId);
    await saveNode(tx, node);
    return { nodeId, version: node.version };
  }

  private nodeOf(
    request: RecordBudgetNode,
    before: NodeRow | undefined,
    parent: NodeRow | undefined,
  ): NodeRow {
    const { nodeId, nodeKind: kind, name, currency } = request;
    const isPart = isPartOfProject(kind);
    return {
      nodeId,
      kind,
      parentId: parent?.nodeId ?? null,
      projectId: isPart ? (parent?.projectId ?? null) : kind === 'project' ? nodeId : null,
      name,
      currency,
      policy: request.policy ?? before?.policy ?? 'hard-stop',
      isFrozen: before?.isFrozen ?? false,
      calendarId: isPart ? (request.calendarId ?? before?.calendarId ?? null) : null,
      wbs: isPart ? (request.wbs ?? before?.wbs ?? null) : null,
      version: (before?.version ?? 0) + 1,
    };
  }

  private async requireMay({ tx, claims }: Call<Tx>, { kind, projectId }: NodeRow): Promise<void> {
    if (!isPartOfProject(kind)) requireApproverRole(claims);
    if (projectId !== null) requireManager(claims, await tx.project.findUnique({ where: { projectId } }));
  }

  /** Whoever posts on the project from now on looks at its parts as well. */
  private async announceParts(tx: Tx, projectId: string): Promise<void> {
    const { hasParts } = await lockBudget(tx, projectId);
    if (!hasParts)
      await tx.budget.update({ where: { projectId }, data: { hasParts: true }, select: { version: true } });
  }
}
