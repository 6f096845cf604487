import { Refusal } from '@meridian/refusal';
import { requireNotFrozen, requirePositive } from './amount-rules.js';
import type { Account } from './account.js';
import type { CommitCommand, ReleaseCommitmentCommand } from './command.js';
import { commitmentChange } from './commitment-change.js';
import { reservationChange } from './decide-reservation.js';
import type { Decision } from './decision.js';
import { move } from './journal.js';
import { budgetIn, commitmentIn, openMinor } from './ledger.js';
import type { Ledger } from './ledger.js';
import { checkAvailable } from './overrun.js';
import { periodOfDay } from './period.js';
import { heldMinor, openReservationIn } from './reservation.js';
import type { Reservation } from './reservation.js';

/**
 * @throws Refusal `budgeting/commitment-exists`, `budgeting/unknown-commitment`, `budgeting/commitment-elsewhere`,
 * `budgeting/budget-frozen` for requests, `budgeting/amount-not-positive`, those of `periodOfDay`, `checkAvailable` and of the
 * reservation it names
 */
export function commit(ledger: Ledger, command: CommitCommand): Decision {
  const { amountMinor, commitmentId, budgetId, exception, basis = 'request' } = command;
  const budget = budgetIn(ledger, budgetId);
  requirePositive(amountMinor);
  if (basis === 'request') requireNotFrozen(budget);
  const reservation = reservationFor(ledger, command);
  const period = reservation?.period ?? commitmentPeriod(ledger, command);
  const held = reservation ? heldMinor(reservation) : 0n;
  const usedMinor = amountMinor < held ? amountMinor : held;
  const returnedMinor = held - usedMinor;
  const demand = { amountMinor: amountMinor - usedMinor, basis, exception };
  const overrun = checkAvailable(ledger, budget, period, demand);
  const at = (kind: Account['kind']): Account => account(kind, budgetId, period);
  return {
    entry: {
      ...headingOf(command),
      kind: 'commitment',
      decision: exception,
      postings: [
        ...move(at('reserved'), at('committed'), usedMinor),
        ...move(at('budget'), at('committed'), amountMinor - usedMinor),
        ...move(at('reserved'), at('budget'), returnedMinor),
      ],
      commitment: commitmentChange({ commitmentId, budgetId, period }, { committedMinor: amountMinor }),
      ...(reservation && { reservation: reservationChange(reservation, { usedMinor, returnedMinor }) }),
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
      commitment: commitmentChange(commitment, { releasedMinor }),
    },
  };
}

/** @throws Refusal `budgeting/unknown-reservation`, `budgeting/reservation-closed`, `budgeting/reservation-elsewhere` */
function reservationFor(ledger: Ledger, command: CommitCommand): Reservation | undefined {
  if (command.reservationId === undefined) return undefined;
  const reservation = openReservationIn(ledger, command.reservationId);
  if (command.kind === 'commit') requireNew(ledger, command.commitmentId);
  if (reservation.budgetId === command.budgetId) return reservation;
  throw new Refusal(
    'budgeting/reservation-elsewhere',
    `Reservation ${reservation.reservationId} holds money of budget ${reservation.budgetId}.`,
  );
}

/** A new commitment lies in the period of its day; a raise stays in the period of what it raises. */
function commitmentPeriod(ledger: Ledger, command: CommitCommand): string {
  if (command.kind === 'commit') {
    requireNew(ledger, command.commitmentId);
    return periodOfDay(budgetIn(ledger, command.budgetId), command.on);
  }
  const { budgetId, period } = commitmentIn(ledger, command.commitmentId);
  if (budgetId === command.budgetId) return period;
  throw new Refusal(
    'budgeting/commitment-elsewhere',
    `Commitment ${command.commitmentId} belongs to budget ${budgetId}.`,
  );
}

function requireNew(ledger: Ledger, commitmentId: string): void {
  // Even when all of it was taken back: its earlier entries can still be reversed into its earlier period.
  if (!ledger.commitments.has(commitmentId)) return;
  throw new Refusal('budgeting/commitment-exists', `Commitment ${commitmentId} exists; raise it instead.`);
}

function headingOf(command: CommitCommand | ReleaseCommitmentCommand) {
  const { entryId, on, currency, reference } = command;
  return { entryId, on, currency, reference };
}

function account(kind: Account['kind'], id: string, period: string): Account {
  return { kind, id, period };
}
