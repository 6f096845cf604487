import { BudgetApproved } from '@meridian/contracts-budgeting';
import { minorToWire } from '@meridian/money';
import { linesAfterChange } from '../domain/cost/budget-lines.js';
import { reserveAccount } from '../domain/ledger/account.js';
import { balanceOf, projectPosition, usedByProject } from '../domain/ledger/ledger.js';
import type { Ledger } from '../domain/ledger/ledger.js';
import { HOUSE_CALENDAR } from '../domain/plan/house-calendar.js';
import { spentExactly } from './budgets.js';
import type { BudgetRow } from './budgets.js';
import type { Books } from './books.js';
import type { Tx } from './database.js';
import { rebaseline } from './plans.js';
import { reportMoney } from './status.js';
import type { Work } from './work.js';

interface Decided {
  readonly reference: string;
  readonly decision: string;
  readonly approvedBy: string;
}

/**
 * Money came to a project or went from it by a decision: its approved budget is a new version with other lines, and its
 * figures are computed anew. What only moves within the project changes no baseline.
 */
export async function rebudget(
  work: Work,
  { budgets, ledger: before }: Books,
  after: Ledger,
  decided: Decided,
): Promise<void> {
  for (const budget of budgets.values()) {
    const { projectId } = budget;
    const changeMinor =
      projectPosition(after, projectId).grantedMinor - projectPosition(before, projectId).grantedMinor;
    const contingencyMinor = balanceOf(after, reserveAccount('contingency', projectId));
    const used = usedByProject(after, projectId);
    const isApproved = budget.version > 0;
    if (isApproved && (changeMinor !== 0n || contingencyMinor !== budget.contingencyMinor)) {
      const changed = {
        ...budget,
        version: budget.version + 1,
        bacMinor: budget.bacMinor + changeMinor,
        contingencyMinor,
      };
      const lines = await changeLines(work.tx, budget, changeMinor, decided.reference);
      const { measuredMinor, effortBudgetMinor } = await rebaseline(work.tx, changed, HOUSE_CALENDAR);
      await announce(work, changed, lines, decided);
      await reportMoney(work, budget, { ...changed, ...used, measuredMinor, effortBudgetMinor });
    } else if (used.spentMinor !== spentExactly(budget) || used.committedMinor !== budget.committedMinor) {
      await reportMoney(work, budget, { ...used, currency: budget.currency ?? after.currency });
    }
  }
}

async function changeLines(
  tx: Tx,
  { projectId, version }: BudgetRow,
  changeMinor: bigint,
  reference: string,
): Promise<number> {
  const before = await tx.budgetLine.findMany({
    where: { projectId, version },
    orderBy: { position: 'asc' },
    select: { name: true, category: true, amountMinor: true, taskId: true },
  });
  const lines = linesAfterChange(before, changeMinor, reference);
  await tx.budgetLine.createMany({
    data: lines.map((line, position) => ({
      ...line,
      taskId: line.taskId ?? null,
      projectId,
      version: version + 1,
      position,
    })),
  });
  return lines.length;
}

async function announce(
  work: Work,
  budget: BudgetRow,
  lines: number,
  { decision, approvedBy }: Decided,
): Promise<void> {
  const { projectId, version, currency, bacMinor, contingencyMinor, tolerancePercent } = budget;
  await work.announce(BudgetApproved, {
    projectId,
    version,
    currency: currency ?? '',
    budgetAtCompletionMinor: minorToWire(bacMinor),
    contingencyMinor: minorToWire(contingencyMinor),
    tolerancePercent: Number(tolerancePercent),
    lines,
    decision,
    approvedBy,
  });
}
