import { commandOfDocument } from '../domain/cost/cost-document.js';
import type { CostDocument } from '../domain/cost/cost-document.js';
import { usedByProject } from '../domain/ledger/ledger.js';
import { ledgerOf } from './books.js';
import { lockBudget } from './budgets.js';
import type { BudgetRow } from './budgets.js';
import type { Tx } from './database.js';
import { postCost } from './post-cost.js';
import { reportMoney } from './status.js';
import type { MoneyChange } from './status.js';
import { isKnownDocument, keepWaiting, keyOf, projectOfCode, takeWaiting } from './waiting-costs.js';
import type { ProjectRow } from './waiting-costs.js';
import type { Work } from './work.js';

/** Takes one document of an outside system: posts it to its project, or keeps it visible until it can be. */
export async function takeDocument(work: Work, document: CostDocument): Promise<void> {
  if (await isKnownDocument(work.tx, keyOf(document))) return;
  const project = await projectOfCode(work.tx, document.projectCode);
  if (!project) return keepWaiting(work.tx, document, 'project-unknown', work.now);
  const budget = await lockBudget(work.tx, project.projectId);
  if (document.currency !== (budget.currency ?? project.currency)) {
    return keepWaiting(work.tx, document, 'currency-differs', work.now);
  }
  await reportMoney(work, budget, await postDocument(work, budget, document));
}

/** Posts what waited for a project, in the order it came. The budget's row is locked. */
export async function postWaiting(
  work: Work,
  { code }: Pick<ProjectRow, 'code'>,
  budget: BudgetRow,
): Promise<MoneyChange> {
  let change: MoneyChange = {};
  for (const document of await takeWaiting(work.tx, code, budget.currency ?? '')) {
    const { asOf, ...amounts } = await postDocument(work, budget, document);
    change = { ...change, ...amounts, asOf: later(change.asOf, asOf) };
  }
  return change;
}

async function postDocument(work: Work, budget: BudgetRow, document: CostDocument): Promise<MoneyChange> {
  const { projectId } = budget;
  const { currency, orderKey } = document;
  const ledger = await ledgerOf(work.tx, budget, { currency, commitmentIds: [orderKey] });
  const commitment = ledger.commitments.get(orderKey);
  // What belongs to an order follows it; the rest lies with the project until a journal says where it belongs.
  const place = { entryId: work.newId(), budgetId: commitment?.budgetId ?? projectId, commitment };
  const command = commandOfDocument(document, place);
  if (!command) {
    // A cut of an order that is not here, or of which nothing is open, is shown instead of lost.
    if (document.amountMinor !== 0n) await keepWaiting(work.tx, document, 'order-unknown', work.now);
    return {};
  }
  const taskId = await taskOfWbs(work.tx, projectId, document.wbs);
  const posted = await postCost(
    work,
    ledger,
    { ...command, by: 'connectors' },
    {
      projectId,
      taskId,
      documentKey: keyOf(document),
    },
  );
  return {
    ...usedByProject(posted.ledger, projectId),
    currency,
    asOf: document.kind === 'invoice' ? document.postedOn : undefined,
  };
}

async function taskOfWbs(tx: Tx, projectId: string, wbs: string | undefined): Promise<string | undefined> {
  if (wbs === undefined) return undefined;
  const task = await tx.task.findFirst({ where: { projectId, wbs }, select: { taskId: true } });
  return task?.taskId;
}

function later(a: string | undefined, b: string | undefined): string | undefined {
  return (a ?? '') > (b ?? '') ? a : b;
}
