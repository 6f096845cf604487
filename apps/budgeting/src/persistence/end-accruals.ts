import { dayToPost } from '../domain/ledger/late-posting.js';
import { budgetIn, usedByProject } from '../domain/ledger/ledger.js';
import { ledgerOf } from './books.js';
import { lockBudget } from './budgets.js';
import { answerClosing } from './closings.js';
import { findEntry } from './entries.js';
import { postReversal } from './post-reversal.js';
import { reportMoney } from './status.js';
import { today } from './work.js';
import type { Work } from './work.js';

/**
 * Takes back the accruals of a project whose next period has begun, each on its day; what somebody took back meanwhile is
 * left as it is.
 *
 * @throws Refusal those of `endAccrual`: the period of the day is closed and its calendar moves nothing
 */
export async function endDueAccruals(work: Work, projectId: string): Promise<void> {
  let budget = await lockBudget(work.tx, projectId);
  const due = await work.tx.accrual.findMany({
    where: { projectId, reversesOn: { lte: today(work) } },
    orderBy: [{ reversesOn: 'asc' }, { entryId: 'asc' }],
  });
  for (const { entryId, reversesOn } of due) {
    await work.tx.accrual.delete({ where: { entryId }, select: { entryId: true } });
    const kept = await findEntry(work.tx, entryId);
    const accrued = kept?.entry.postings.find(({ account }) => account.kind === 'accrued');
    if (!kept || !accrued || kept.reversedBy !== undefined) continue;
    const { currency, reference } = kept.entry;
    const ledger = await ledgerOf(work.tx, budget, { currency });
    const on = dayToPost(budgetIn(ledger, accrued.account.id), reversesOn);
    const heading = { on, reference: `End of accrual ${reference}`.slice(0, 200), by: 'budgeting' };
    const { ledger: after } = await postReversal(work, ledger, kept, { ...heading, kind: 'end-accrual' });
    budget = await reportMoney(work, budget, { ...usedByProject(after, projectId), asOf: on });
  }
  await answerClosing(work, projectId);
}
