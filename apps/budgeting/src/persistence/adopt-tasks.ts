import { HOUSE_CALENDAR } from '../domain/plan/house-calendar.js';
import type { BudgetRow } from './budgets.js';
import { dropOlderTasks, rebaseline } from './plans.js';
import { reportMoney } from './status.js';
import type { Work } from './work.js';

/** All tasks of a plan are here: those of earlier plans go, the budget is laid over the plan, the figures follow. */
export async function adoptTasks(
  work: Work,
  budget: BudgetRow,
  plan: {
    readonly planVersion: number;
    readonly asOf?: string | undefined;
    readonly forecastFinish?: string;
  },
): Promise<void> {
  await dropOlderTasks(work.tx, budget.projectId, plan.planVersion);
  const { measuredMinor, effortBudgetMinor } = await rebaseline(work.tx, budget, HOUSE_CALENDAR);
  const { _max } = await work.tx.task.aggregate({
    where: { projectId: budget.projectId },
    _max: { baselineFinish: true },
  });
  await reportMoney(work, budget, {
    ...plan,
    measuredMinor,
    effortBudgetMinor,
    plannedFinish: _max.baselineFinish,
  });
}
