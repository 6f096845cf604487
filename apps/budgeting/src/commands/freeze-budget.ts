import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { requireManager } from '@meridian/access';
import { Answers, Call } from '@meridian/bus';
import { BudgetNodeVersion, FreezeBudget } from '@meridian/contracts-budgeting';
import { isPartOfProject } from '../domain/budget-tree/budget-node.js';
import { lockFunds, nodeIn, nodesUpwards } from '../persistence/budget-nodes.js';
import type { NodeRow } from '../persistence/budget-nodes.js';
import { lockBudget } from '../persistence/budgets.js';
import type { Tx } from '../persistence/database.js';
import { writeEntry } from '../persistence/journal.js';
import { saveNode } from '../persistence/node-records.js';
import { reportMoney } from '../persistence/status.js';
import { postWaitingForMoney } from '../persistence/waiting-for-money.js';
import { today } from '../persistence/work.js';
import { requireApproverRole, requireVersion } from '../access/may-change-money.js';
import { personOf } from '../access/person-of.js';

/** Freezes a place of the tree or opens it again. The journal says who decided it, in an entry that moves no money. */
@Controller()
export class FreezeBudgetCommand {
  @Answers(FreezeBudget)
  async handle(@Payload() request: FreezeBudget, @Ctx() call: Call<Tx>): Promise<BudgetNodeVersion> {
    const { tx } = call;
    const { nodeId, isFrozen } = request;
    const found = nodeIn(await nodesUpwards(tx, [nodeId]), nodeId);
    await this.requireMay(call, found);
    const budget = found.projectId === null ? undefined : await lockBudget(tx, found.projectId);
    await lockFunds(tx, [nodeId]);
    const node = nodeIn(await nodesUpwards(tx, [nodeId]), nodeId);
    requireVersion(call.expectedVersion, node.version);
    if (budget && node.kind === 'project') {
      if (budget.isFrozen !== isFrozen) await reportMoney(call, budget, { isFrozen });
    }
    const version = node.version + 1;
    await saveNode(tx, { ...node, isFrozen, version });
    await this.record(call, node, request);
    if (!isFrozen && node.projectId !== null) await postWaitingForMoney(call, node.projectId);
    return { nodeId, version };
  }

  private async requireMay({ tx, claims }: Call<Tx>, { kind, projectId }: NodeRow): Promise<void> {
    const project = projectId === null ? null : await tx.project.findUnique({ where: { projectId } });
    if (projectId !== null) requireManager(claims, project);
    if (!isPartOfProject(kind)) requireApproverRole(claims);
  }

  private async record(call: Call<Tx>, node: NodeRow, request: FreezeBudget): Promise<void> {
    const entry = {
      entryId: call.newId(),
      kind: request.isFrozen ? ('freeze' as const) : ('unfreeze' as const),
      on: today(call),
      currency: node.currency,
      reference: `${node.kind} ${node.name}`.slice(0, 200),
      decision: request.decision,
      by: personOf(call.claims),
      postings: [],
    };
    const projectId = node.projectId ?? node.nodeId;
    await writeEntry(call.tx, entry, { projectId, amountMinor: 0n, recordedAt: call.now });
  }
}
