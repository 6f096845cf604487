import { CostPosted } from '@meridian/contracts-budgeting';
import { minorToWire } from '@meridian/money';
import { WHOLE } from '../domain/ledger/account.js';
import type { LedgerCommand } from '../domain/ledger/command.js';
import { decide } from '../domain/ledger/decide.js';
import { amountOfEntry, costKindOf } from '../domain/ledger/entry-amount.js';
import type { JournalEntry } from '../domain/ledger/journal.js';
import { applyEntry, budgetPosition } from '../domain/ledger/ledger.js';
import type { BudgetPosition, Ledger } from '../domain/ledger/ledger.js';
import { toldByProject } from '../domain/ledger/told.js';
import type { Overrun } from '../domain/ledger/overrun.js';
import { isOfTime } from './entries.js';
import { writeEntry } from './journal.js';
import type { EntryPlace } from './journal.js';
import type { Work } from './work.js';

export interface Posted {
  readonly entry: JournalEntry;
  readonly ledger: Ledger;
  /** Of the project's own budget, which what was given on is no part of. */
  readonly position: BudgetPosition;
  readonly overrun: Overrun | undefined;
}

export type CostOrigin = Omit<EntryPlace, 'amountMinor' | 'recordedAt'> & {
  /** What the document said, where not all of it was posted. */
  readonly amountMinor?: bigint | undefined;
};

/**
 * Decides, writes and tells a use of money of a project, wherever in its budget it lies. The budget's row is locked and
 * `ledger` was read after that. Time is told by the figures only: what one line of a timesheet cost tells a rate.
 *
 * @throws Refusal those of `decide`
 */
export async function postCost(
  work: Work,
  ledger: Ledger,
  command: LedgerCommand,
  origin: CostOrigin,
): Promise<Posted> {
  const { entry, overrun } = decide(ledger, command);
  const { projectId, taskId } = origin;
  const postedMinor = amountOfEntry(entry);
  await writeEntry(work.tx, entry, {
    ...origin,
    amountMinor: origin.amountMinor ?? postedMinor,
    recordedAt: work.now,
  });
  const after = applyEntry(ledger, entry);
  const told = toldByProject(after, projectId);
  const kind = isOfTime(origin) ? undefined : costKindOf(entry.kind);
  if (kind)
    await work.announce(CostPosted, {
      projectId,
      postingId: entry.entryId,
      kind,
      amountMinor: minorToWire(postedMinor),
      currency: entry.currency,
      postedOn: entry.on,
      reference: entry.reference,
      ...(taskId === undefined ? {} : { taskId }),
      committedMinor: minorToWire(told.committedMinor),
      actualMinor: minorToWire(told.actualMinor),
      availableMinor: minorToWire(told.availableMinor),
    });
  return { entry, ledger: after, position: budgetPosition(after, projectId, WHOLE), overrun };
}
