import { CostPosted } from '@meridian/contracts-budgeting';
import { minorToWire } from '@meridian/money';
import type { LedgerCommand } from '../domain/ledger/command.js';
import { decide } from '../domain/ledger/decide.js';
import { amountOfEntry, costKindOf, countsAsCost } from '../domain/ledger/entry-amount.js';
import type { JournalEntry } from '../domain/ledger/journal.js';
import { applyEntry, projectPosition, usedByProject } from '../domain/ledger/ledger.js';
import type { Ledger } from '../domain/ledger/ledger.js';
import type { Overrun } from '../domain/ledger/overrun.js';
import type { Books } from './books.js';
import { writeEntry } from './journal.js';
import { reportMoney } from './status.js';
import type { Work } from './work.js';

export interface PostedEntry {
  readonly entry: JournalEntry;
  readonly ledger: Ledger;
  readonly overrun: Overrun | undefined;
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
  projectId: string,
): Promise<PostedEntry> {
  const { entry, overrun } = decide(ledger, command);
  const amountMinor = amountOfEntry(entry);
  await writeEntry(work.tx, entry, { projectId, amountMinor, recordedAt: work.now });
  const after = applyEntry(ledger, entry);
  const { acMinor, committedMinor } = usedByProject(after, projectId);
  const kind = costKindOf(entry.kind);
  if (kind) {
    await work.announce(CostPosted, {
      projectId,
      postingId: entry.entryId,
      kind,
      amountMinor: minorToWire(amountMinor),
      currency: entry.currency,
      postedOn: entry.on,
      reference: entry.reference,
      committedMinor: minorToWire(committedMinor),
      actualMinor: minorToWire(acMinor),
      availableMinor: minorToWire(projectPosition(after, projectId).availableMinor),
    });
  }
  const budget = budgets.get(projectId);
  const asOf = countsAsCost(entry.kind) ? entry.on : undefined;
  if (budget) await reportMoney(work, budget, { acMinor, committedMinor, asOf });
  return { entry, ledger: after, overrun };
}
