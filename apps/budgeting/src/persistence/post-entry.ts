import type { LedgerCommand } from '../domain/ledger/command.js';
import { countsAsCost } from '../domain/ledger/entry-amount.js';
import type { JournalEntry } from '../domain/ledger/journal.js';
import { usedByProject } from '../domain/ledger/ledger.js';
import type { Ledger } from '../domain/ledger/ledger.js';
import type { Overrun } from '../domain/ledger/overrun.js';
import type { BudgetRow } from './budgets.js';
import type { Books } from './books.js';
import { postCost } from './post-cost.js';
import type { CostOrigin } from './post-cost.js';
import { reportMoney } from './status.js';
import type { Work } from './work.js';

export interface PostedEntry {
  readonly entry: JournalEntry;
  readonly ledger: Ledger;
  readonly overrun: Overrun | undefined;
  /** The budget as the figures after it are. */
  readonly budget: BudgetRow | undefined;
}

/**
 * Decides, writes and tells a use of money of one project, wherever in its budget it lies; the figures follow.
 *
 * @throws Refusal those of `decide`
 */
export async function postEntry(
  work: Work,
  { ledger, budgets }: Books,
  command: LedgerCommand,
  origin: CostOrigin,
): Promise<PostedEntry> {
  const { entry, overrun, ledger: after } = await postCost(work, ledger, command, origin);
  const before = budgets.get(origin.projectId);
  const asOf = countsAsCost(entry.kind) ? entry.on : undefined;
  const change = { ...usedByProject(after, origin.projectId), asOf };
  const budget = before && (await reportMoney(work, before, change));
  return { entry, ledger: after, overrun, budget };
}
