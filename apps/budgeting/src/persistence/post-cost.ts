import { CostPosted } from '@meridian/contracts-budgeting';
import { minorToWire } from '@meridian/money';
import { WHOLE } from '../domain/ledger/account.js';
import type { CostCommand } from '../domain/ledger/command.js';
import { decide } from '../domain/ledger/decide.js';
import type { JournalEntry } from '../domain/ledger/journal.js';
import { applyEntry, budgetPosition, projectPosition, usedByProject } from '../domain/ledger/ledger.js';
import type { BudgetPosition, Ledger } from '../domain/ledger/ledger.js';
import type { Overrun } from '../domain/ledger/overrun.js';
import { writeEntry } from './journal.js';
import type { Work } from './work.js';

export interface Posted {
  readonly entry: JournalEntry;
  readonly ledger: Ledger;
  /** Of the project's own budget, which what was given on is no part of. */
  readonly position: BudgetPosition;
  readonly overrun: Overrun | undefined;
}

/**
 * Decides, writes and tells a use of money of a project. The budget's row is locked and `ledger` was read after that.
 *
 * @throws Refusal those of `decide`
 */
export async function postCost(
  work: Work,
  ledger: Ledger,
  command: CostCommand,
  origin: {
    readonly projectId: string;
    readonly taskId?: string | undefined;
    readonly documentKey?: string | undefined;
  },
): Promise<Posted> {
  const { entry, overrun } = decide(ledger, command);
  const amountMinor = signedAmount(command, entry);
  await writeEntry(work.tx, entry, { ...origin, amountMinor, recordedAt: work.now });
  const after = applyEntry(ledger, entry);
  const { acMinor, committedMinor } = usedByProject(after, origin.projectId);
  await work.announce(CostPosted, {
    projectId: origin.projectId,
    postingId: entry.entryId,
    kind: kindOf(command.kind),
    amountMinor: minorToWire(amountMinor),
    currency: entry.currency,
    postedOn: entry.on,
    reference: entry.reference,
    ...(origin.taskId === undefined ? {} : { taskId: origin.taskId }),
    committedMinor: minorToWire(committedMinor),
    actualMinor: minorToWire(acMinor),
    availableMinor: minorToWire(projectPosition(after, origin.projectId).availableMinor),
  });
  return { entry, ledger: after, position: budgetPosition(after, origin.projectId, WHOLE), overrun };
}

/** A credit note shows as negative cost, a release as negative commitment. */
function signedAmount(command: CostCommand, entry: JournalEntry): bigint {
  if (command.kind === 'credit-actual') return -command.amountMinor;
  if (command.kind === 'release-commitment') return -(entry.commitment?.releasedMinor ?? 0n);
  return command.amountMinor;
}

function kindOf(kind: CostCommand['kind']): CostPosted['kind'] {
  switch (kind) {
    case 'commit':
    case 'raise-commitment':
      return 'commitment';
    case 'release-commitment':
      return 'release';
    case 'invoice':
    case 'post-actual':
    case 'credit-actual':
      return 'actual';
  }
}
