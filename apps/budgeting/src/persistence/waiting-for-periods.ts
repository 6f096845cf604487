import type { BudgetRow } from './budgets.js';
import { answerClosing } from './closings.js';
import type { Tx } from './database.js';
import { postWaiting } from './post-documents.js';
import { reportMoney } from './status.js';
import { projectsWaitingForPeriods } from './waiting-costs.js';
import { openWaitingTime, postWaitingTime } from './waiting-time.js';
import type { Work } from './work.js';

/** Before a period opens: the budgets of all projects of which time or documents wait are locked. */
export async function openWaitingForPeriods(tx: Tx): Promise<readonly BudgetRow[]> {
  const projectIds = await projectsWaitingForPeriods(tx);
  return openWaitingTime(tx, projectIds);
}

/** Tries again what waits of a project for a period. */
export async function postWaitingForPeriods(work: Work, budget: BudgetRow): Promise<void> {
  const project = await work.tx.project.findUnique({ where: { projectId: budget.projectId } });
  const change = project ? await postWaiting(work, project, budget) : {};
  const isNews = Object.keys(change).length > 0;
  await postWaitingTime(work, isNews ? await reportMoney(work, budget, change) : budget);
  await answerClosing(work, budget.projectId);
}
