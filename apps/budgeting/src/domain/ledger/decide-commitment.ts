import { Refusal } from '@meridian/refusal';
import { requireNotFrozen, requirePositive } from './amount-rules.js';
import type { Account } from './account.js';
import type { CommitCommand, InvoiceCommand, ReleaseCommitmentCommand } from './command.js';
import type { Decision } from './decision.js';
import { move } from './journal.js';
import type { CommitmentChange } from './journal.js';
import { budgetIn, commitmentIn, openMinor } from './ledger.js';
import type { Commitment, Ledger } from './ledger.js';
import { checkAvailable } from './overrun.js';
import { periodOfDay } from './period.js';

/**
 * @throws Refusal `budgeting/commitment-exists`, `budgeting/unknown-commitment`, `budgeting/commitment-elsewhere`,
 * `budgeting/budget-frozen` for requests, `budgeting/amount-not-positive`, those of `periodOfDay` and `checkAvailable`
 */
export function commit(ledger: Ledger, command: CommitCommand): Decision {
  const { amountMinor, commitmentId, budgetId, exception, basis = 'request' } = command;
  const budget = budgetIn(ledger, budgetId);
  requirePositive(amountMinor);
  if (basis === 'request') requireNotFrozen(budget);
  const period = commitmentPeriod(ledger, command);
  const overrun = checkAvailable(ledger, budget, period, { amountMinor, basis, exception });
  return {
    entry: {
      ...headingOf(command),
      kind: 'commitment',
      decision: exception,
      postings: move(
        account('budget', budgetId, period),
        account('committed', budgetId, period),
        amountMinor,
      ),
      commitment: change({ commitmentId, budgetId, period }, { committedMinor: amountMinor }),
    },
    overrun,
  };
}

/** @throws Refusal `budgeting/unknown-commitment`, `budgeting/release-beyond-commitment`, `budgeting/amount-not-positive` */
export function releaseCommitment(ledger: Ledger, command: ReleaseCommitmentCommand): Decision {
  const commitment = commitmentIn(ledger, command.commitmentId);
  const open = openMinor(commitment);
  const releasedMinor = command.amountMinor ?? open;
  if (command.amountMinor !== undefined) requirePositive(command.amountMinor);
  if (releasedMinor > open) {
    throw new Refusal(
      'budgeting/release-beyond-commitment',
      `${releasedMinor} cannot be released; ${open} of commitment ${commitment.commitmentId} is open.`,
      { details: { openMinor: open.toString() } },
    );
  }
  const { budgetId, period } = commitment;
  return {
    entry: {
      ...headingOf(command),
      kind: 'release',
      postings: move(
        account('committed', budgetId, period),
        account('budget', budgetId, period),
        releasedMinor,
      ),
      commitment: change(commitment, { releasedMinor }),
    },
  };
}

/**
 * The part of an invoice that is committed uses up the commitment, in the period it was committed in; only what goes
 * beyond is new cost, measured against what is available in the invoice's own period.
 *
 * @throws Refusal `budgeting/unknown-commitment`, `budgeting/amount-not-positive`, those of `periodOfDay` and `checkAvailable`
 */
export function invoice(ledger: Ledger, command: InvoiceCommand): Decision {
  const commitment = commitmentIn(ledger, command.commitmentId);
  const { budgetId, period } = commitment;
  const budget = budgetIn(ledger, budgetId);
  requirePositive(command.amountMinor);
  const open = openMinor(commitment);
  const invoicedMinor = command.amountMinor < open ? command.amountMinor : open;
  const beyond = command.amountMinor - invoicedMinor;
  const releasedMinor = command.isFinal ? open - invoicedMinor : 0n;
  const own = periodOfDay(budget, command.on);
  const demand = { amountMinor: beyond, basis: command.basis, exception: command.exception };
  const overrun = checkAvailable(ledger, budget, own, demand);
  return {
    entry: {
      ...headingOf(command),
      kind: 'invoice',
      decision: command.exception,
      postings: [
        ...move(account('committed', budgetId, period), account('actual', budgetId, period), invoicedMinor),
        ...move(account('budget', budgetId, own), account('actual', budgetId, own), beyond),
        ...move(account('committed', budgetId, period), account('budget', budgetId, period), releasedMinor),
      ],
      commitment: change(commitment, { invoicedMinor, releasedMinor }),
    },
    overrun,
  };
}

/** A new commitment lies in the period of its day; a raise stays in the period of what it raises. */
function commitmentPeriod(ledger: Ledger, command: CommitCommand): string {
  if (command.kind === 'commit') {
    // Even when all of it was taken back: its earlier entries can still be reversed into its earlier period.
    if (ledger.commitments.has(command.commitmentId)) {
      throw new Refusal(
        'budgeting/commitment-exists',
        `Commitment ${command.commitmentId} exists; raise it instead.`,
      );
    }
    return periodOfDay(budgetIn(ledger, command.budgetId), command.on);
  }
  const { budgetId, period } = commitmentIn(ledger, command.commitmentId);
  if (budgetId === command.budgetId) return period;
  throw new Refusal(
    'budgeting/commitment-elsewhere',
    `Commitment ${command.commitmentId} belongs to budget ${budgetId}.`,
  );
}

function change(
  { commitmentId, budgetId, period }: Pick<Commitment, 'commitmentId' | 'budgetId' | 'period'>,
  amounts: Partial<Pick<CommitmentChange, 'committedMinor' | 'invoicedMinor' | 'releasedMinor'>>,
): CommitmentChange {
  return {
    commitmentId,
    budgetId,
    period,
    committedMinor: 0n,
    invoicedMinor: 0n,
    releasedMinor: 0n,
    ...amounts,
  };
}

function headingOf(command: CommitCommand | ReleaseCommitmentCommand | InvoiceCommand) {
  const { entryId, on, currency, reference } = command;
  return { entryId, on, currency, reference };
}

function account(kind: Account['kind'], id: string, period: string): Account {
  return { kind, id, period };
}
