import { lockBudget } from './budgets.js';
import { postWaiting } from './post-documents.js';
import { reportMoney } from './status.js';
import type { Work } from './work.js';

/** Tries again what waits of a project to which money came, or that was opened again. */
export async function postWaitingForMoney(work: Work, projectId: string): Promise<void> {
  const project = await work.tx.project.findUnique({ where: { projectId } });
  const budget = await lockBudget(work.tx, projectId);
  if (!project || budget.version === 0) return;
  const change = await postWaiting(work, project, budget);
  if (Object.keys(change).length > 0) await reportMoney(work, budget, change);
}
