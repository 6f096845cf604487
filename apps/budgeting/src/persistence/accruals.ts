import type { JournalEntry } from '../domain/ledger/journal.js';
import { dayAfterPeriod } from '../domain/ledger/late-posting.js';
import type { BudgetControl } from '../domain/ledger/ledger.js';
import type { Tx } from './database.js';

/** Remembers when an accrual is taken back: on the day it says, else when the next period begins. */
export async function keepAccrual(
  tx: Tx,
  { entryId, on }: JournalEntry,
  budget: BudgetControl & { readonly within?: string | undefined },
  reversesOn = dayAfterPeriod(budget, on),
): Promise<void> {
  const projectId = budget.within ?? budget.budgetId;
  await tx.accrual.create({ data: { entryId, projectId, reversesOn }, select: { entryId: true } });
}

/** A project that has accruals to be taken back by the day, or null. */
export async function projectWithDueAccrual(
  tx: Pick<Tx, 'accrual'>,
  today: string,
  besides: readonly string[],
): Promise<string | null> {
  const due = await tx.accrual.findFirst({
    where: { reversesOn: { lte: today }, projectId: { notIn: [...besides] } },
    orderBy: { reversesOn: 'asc' },
    select: { projectId: true },
  });
  return due?.projectId ?? null;
}
