import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Call } from '@meridian/bus';
import { ApproveBudget, BudgetApproved, BudgetVersion } from '@meridian/contracts-budgeting';
import { minorToWire } from '@meridian/money';
import { approval } from '../domain/cost/approval.js';
import type { Approval } from '../domain/cost/approval.js';
import { usedByProject } from '../domain/ledger/ledger.js';
import { HOUSE_CALENDAR } from '../domain/plan/house-calendar.js';
import { lockBudget } from '../persistence/budgets.js';
import type { BudgetRow } from '../persistence/budgets.js';
import { answerClosing } from '../persistence/closings.js';
import type { Tx } from '../persistence/database.js';
import { grantBudget } from '../persistence/grant-budget.js';
import { lockRates } from '../persistence/labour-rates.js';
import { leavesOf, rebaseline } from '../persistence/plans.js';
import { postWaiting } from '../persistence/post-documents.js';
import { reportMoney } from '../persistence/status.js';
import { postWaitingTime } from '../persistence/waiting-time.js';
import { requireApprover, requireVersion } from '../access/may-change-money.js';
import { personOf } from '../access/person-of.js';
import { tellingNoBalance } from '../access/told-balances.js';

/** The cost lines of a project become its budget; approving again makes a new version of it. */
@Controller()
export class ApproveBudgetCommand {
  @Answers(ApproveBudget)
  handle(@Payload() request: ApproveBudget, @Ctx() call: Call<Tx>): Promise<BudgetVersion> {
    return tellingNoBalance(call, () => this.approve(request, call));
  }

  private async approve(request: ApproveBudget, call: Call<Tx>): Promise<BudgetVersion> {
    const { tx } = call;
    const { projectId } = request;
    const project = requireApprover(call.claims, await tx.project.findUnique({ where: { projectId } }));
    await lockRates(tx, 'shared');
    const before = await lockBudget(tx, projectId);
    requireVersion(call.expectedVersion, before.version);
    const approved = approval(request, await leavesOf(tx, projectId));

    const ledger = await grantBudget(call, before, { ...request, by: personOf(call.claims) }, approved);
    const budget = this.approvedBudget(before, request, approved);
    await this.saveLines(tx, budget, approved);
    const { measuredMinor, effortBudgetMinor } = await rebaseline(tx, budget, HOUSE_CALENDAR);
    await this.announce(call, budget, approved, request.decision);
    const posted = await postWaiting(call, project, budget);
    const earned = { measuredMinor, effortBudgetMinor };
    const change = { ...budget, ...usedByProject(ledger, projectId), ...earned, ...posted };
    const told = await reportMoney(call, before, change);
    await postWaitingTime(call, told);
    await answerClosing(call, projectId);
    const { version } = budget;
    return { projectId, version, budgetAtCompletionMinor: minorToWire(approved.budgetAtCompletionMinor) };
  }

  private approvedBudget(before: BudgetRow, request: ApproveBudget, approved: Approval): BudgetRow {
    return {
      ...before,
      version: before.version + 1,
      currency: request.currency,
      policy: request.policy ?? 'hard-stop',
      bacMinor: approved.budgetAtCompletionMinor,
      contingencyMinor: approved.contingencyMinor ?? before.contingencyMinor,
      tolerancePercent: approved.tolerancePercent,
      toleranceDays: request.toleranceDays ?? before.toleranceDays,
    };
  }

  private async saveLines(tx: Tx, { projectId, version }: BudgetRow, { lines }: Approval): Promise<void> {
    await tx.budgetLine.createMany({
      data: lines.map((line, position) => ({ ...line, projectId, version, position })),
    });
  }

  private async announce(
    call: Call<Tx>,
    budget: BudgetRow,
    { lines, tolerancePercent }: Approval,
    decision: string,
  ): Promise<void> {
    const { projectId, version, currency, bacMinor, contingencyMinor } = budget;
    await call.announce(BudgetApproved, {
      projectId,
      version,
      currency: currency ?? '',
      budgetAtCompletionMinor: minorToWire(bacMinor),
      contingencyMinor: minorToWire(contingencyMinor),
      tolerancePercent: Number(tolerancePercent),
      lines: lines.length,
      decision,
      approvedBy: call.claims.personId ?? call.claims.subject,
    });
  }
}
