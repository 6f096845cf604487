import { CostPosted } from '@meridian/contracts-budgeting';
import { minorToWire } from '@meridian/money';
import { decide } from '../domain/ledger/decide.js';
import { costKindOf } from '../domain/ledger/entry-amount.js';
import type { JournalEntry } from '../domain/ledger/journal.js';
import { applyEntry } from '../domain/ledger/ledger.js';
import type { Ledger } from '../domain/ledger/ledger.js';
import { toldByProject } from '../domain/ledger/told.js';
import { isOfTime } from './entries.js';
import type { KeptEntry } from './entries.js';
import { writeEntry } from './journal.js';
import type { Work } from './work.js';

export interface ReversalHeading {
  readonly on: string;
  readonly reference: string;
  readonly decision?: string;
  readonly by: string;
  /** An accrual ends in the period of the day; all else is mirrored where it was posted. */
  readonly kind?: 'reverse' | 'end-accrual';
}

/**
 * Takes an entry back by its mirror image and tells it. The accounts' budgets are locked, and `ledger` and `kept` were read
 * after that.
 *
 * @throws Refusal those of `reverse`
 */
export async function postReversal(
  work: Work,
  ledger: Ledger,
  kept: KeptEntry,
  { documentKey, kind = 'reverse', ...heading }: ReversalHeading & { readonly documentKey?: string },
): Promise<{ readonly entry: JournalEntry; readonly ledger: Ledger }> {
  const { projectId, amountMinor, reversedBy } = kept;
  const { entry } = decide(ledger, {
    ...heading,
    kind,
    entry: kept.entry,
    ...(reversedBy === undefined ? {} : { reversedBy }),
    entryId: work.newId(),
  });
  await writeEntry(work.tx, entry, {
    projectId,
    amountMinor: -amountMinor,
    documentKey,
    recordedAt: work.now,
  });
  const after = applyEntry(ledger, entry);
  if (!isOfTime(kept) && costKindOf(kept.entry.kind) !== undefined) await announce(work, after, entry, kept);
  return { entry, ledger: after };
}

async function announce(
  work: Work,
  after: Ledger,
  entry: JournalEntry,
  { projectId, amountMinor }: KeptEntry,
): Promise<void> {
  const told = toldByProject(after, projectId);
  await work.announce(CostPosted, {
    projectId,
    postingId: entry.entryId,
    kind: 'reversal',
    amountMinor: minorToWire(-amountMinor),
    currency: entry.currency,
    postedOn: entry.on,
    reference: entry.reference,
    committedMinor: minorToWire(told.committedMinor),
    actualMinor: minorToWire(told.actualMinor),
    availableMinor: minorToWire(told.availableMinor),
  });
}
