import { Refusal } from '@meridian/refusal';
import { broughtBy, keyOf, keyOfOrderFrom } from '../domain/cost/cost-document.js';
import type { CostDocument } from '../domain/cost/cost-document.js';
import { usedByProject } from '../domain/ledger/ledger.js';
import { bookDocument } from './book-document.js';
import { ledgerOf } from './books.js';
import { lockBudget } from './budgets.js';
import type { BudgetRow } from './budgets.js';
import { answerClosing } from './closings.js';
import { entryOfDocument } from './entries.js';
import { postReversal } from './post-reversal.js';
import { reportMoney } from './status.js';
import type { MoneyChange } from './status.js';
import {
  endWaiting,
  isKnownDocument,
  keepWaiting,
  NO_CURRENCY,
  projectOfCode,
  waitingDocuments,
} from './waiting-costs.js';
import type { ProjectRow, WaitsFor } from './waiting-costs.js';
import type { Work } from './work.js';

/** Takes one document of an outside system, once. */
export async function takeDocument(work: Work, document: CostDocument): Promise<void> {
  if (await isKnownDocument(work.tx, keyOf(document))) return;
  await postOrKeep(work, document);
}

/** Posts a document to its project, or keeps it with the reason why it cannot be. */
export async function postOrKeep(work: Work, document: CostDocument): Promise<void> {
  const project = await projectOfCode(work.tx, document.projectCode);
  if (!project) return keepWaiting(work.tx, document, { reason: 'project-unknown' }, work.now);
  const budget = await lockBudget(work.tx, project.projectId);
  const currency = budget.currency ?? project.currency;
  if (document.currency !== currency && document.currency !== NO_CURRENCY) {
    await keepWaiting(work.tx, document, { reason: 'currency-differs' }, work.now);
  } else {
    const change = await postAll(work, { ...budget, currency }, [document]);
    await reportMoney(work, budget, change);
  }
  await answerClosing(work, project.projectId);
}

/** Tries again what waits of a project, in the order it came. The budget's row is locked. */
export async function postWaiting(
  work: Work,
  { code }: Pick<ProjectRow, 'code'>,
  budget: BudgetRow,
): Promise<MoneyChange> {
  const currency = budget.currency ?? '';
  return postAll(work, budget, await waitingDocuments(work.tx, code, { currency }));
}

/** The same for what waits for one of these documents or orders only. */
export async function postAwaiting(
  work: Work,
  { code }: Pick<ProjectRow, 'code'>,
  budget: BudgetRow,
  brought: readonly string[],
): Promise<MoneyChange> {
  return postAll(work, budget, await waitingDocuments(work.tx, code, { awaits: brought }));
}

/** Posts documents, and after each of them those that have waited for it. */
async function postAll(
  work: Work,
  budget: BudgetRow,
  documents: readonly CostDocument[],
): Promise<MoneyChange> {
  let change: MoneyChange = {};
  for (const queue = [...documents]; queue.length > 0;) {
    const document = queue.shift() as CostDocument;
    const taken = await postDocument(work, budget, document);
    if ('reason' in taken) {
      await keepWaiting(work.tx, document, taken, work.now);
      continue;
    }
    await endWaiting(work.tx, keyOf(document));
    const { asOf, ...amounts } = taken;
    change = { ...change, ...amounts, asOf: later(change.asOf, asOf) };
    const { projectCode } = document;
    const awaiting = await waitingDocuments(work.tx, projectCode, { awaits: broughtBy(document) });
    queue.unshift(...awaiting.filter((one) => !queue.some((queued) => keyOf(queued) === keyOf(one))));
  }
  return change;
}

async function postDocument(
  work: Work,
  budget: BudgetRow,
  document: CostDocument,
): Promise<MoneyChange | WaitsFor> {
  if (document.amountMinor === 0n && document.kind !== 'withdrawal') return {};
  try {
    return document.kind === 'reversal'
      ? await reverseDocument(work, budget, document)
      : await bookDocument(work, budget, document);
  } catch (error) {
    // Refusals come before anything is written.
    if (!(error instanceof Refusal)) throw error;
    const awaits = document.kind === 'requisition' ? keyOfOrderFrom(document.orderKey) : undefined;
    return { reason: reasonOf(error), sentence: error.message, awaits };
  }
}

/** Takes back what the cancelled document posted; before that has come, it waits for it. */
async function reverseDocument(
  work: Work,
  budget: BudgetRow,
  document: CostDocument,
): Promise<MoneyChange | WaitsFor> {
  const { projectId } = budget;
  const { orderKey, reverses = '', postedOn: on } = document;
  const currency = budget.currency ?? document.currency;
  const kept = await entryOfDocument(work.tx, reverses);
  if (kept === null || kept.projectId !== projectId) return { reason: 'document-unknown', awaits: reverses };
  const ledger = await ledgerOf(work.tx, budget, { currency, commitmentIds: [orderKey] });
  const { ledger: after } = await postReversal(work, ledger, kept, {
    on,
    reference: document.documentKey,
    by: 'connectors',
    documentKey: keyOf(document),
  });
  return { ...usedByProject(after, projectId), currency, asOf: on };
}

function reasonOf({ code }: Refusal): string {
  return code.slice(code.indexOf('/') + 1);
}

function later(a: string | undefined, b: string | undefined): string | undefined {
  return (a ?? '') > (b ?? '') ? a : b;
}
