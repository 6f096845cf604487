import { Refusal } from '@meridian/refusal';
import { accountKey } from './account.js';
import { requireBalance } from './amount-rules.js';
import type { ReverseCommand } from './command.js';
import type { Decision } from './decision.js';
import type { CommitmentChange, Posting, ReservationChange } from './journal.js';
import { commitmentIn, openMinor } from './ledger.js';
import type { Ledger } from './ledger.js';
import { requireOpenPeriod } from './period.js';
import { heldMinor, reservationIn } from './reservation.js';

/**
 * The mirror image of an entry, unless what it gave has been used since.
 *
 * @throws Refusal `budgeting/already-reversed`, `budgeting/reversal-of-reversal`, `budgeting/commitment-in-use`,
 * `budgeting/reservation-in-use`,
 * `budgeting/reversal-overdraws`, `budgeting/period-closed`
 */
export function reverse(
  ledger: Ledger,
  { entry, reversedBy, entryId, on, reference }: ReverseCommand,
): Decision {
  if (reversedBy) {
    throw new Refusal(
      'budgeting/already-reversed',
      `Entry ${entry.entryId} was reversed by ${reversedBy} already.`,
    );
  }
  if (entry.kind === 'reversal') {
    throw new Refusal(
      'budgeting/reversal-of-reversal',
      `Entry ${entry.entryId} is a reversal; post the original again.`,
    );
  }
  const postings = entry.postings.map(({ account, amountMinor }) => ({ account, amountMinor: -amountMinor }));
  const commitment = entry.commitment && mirror(entry.commitment);
  if (commitment) requireUnused(ledger, commitment);
  const reservation = entry.reservation && mirrorOf(entry.reservation);
  if (reservation) requireHeld(ledger, reservation);
  for (const { account, amountMinor } of netPerAccount(postings)) {
    requireOpenPeriod(ledger, account);
    if (amountMinor < 0n) requireBalance(ledger, account, -amountMinor, 'budgeting/reversal-overdraws');
  }
  const { currency } = entry;
  return {
    entry: {
      entryId,
      kind: 'reversal',
      on,
      currency,
      reference,
      postings,
      commitment,
      ...(reservation && { reservation }),
      reverses: entry.entryId,
    },
  };
}

function mirror(change: CommitmentChange): CommitmentChange {
  return {
    ...change,
    committedMinor: -change.committedMinor,
    invoicedMinor: -change.invoicedMinor,
    releasedMinor: -change.releasedMinor,
    accruedMinor: -change.accruedMinor,
  };
}

function mirrorOf(change: ReservationChange): ReservationChange {
  return {
    ...change,
    reservedMinor: -change.reservedMinor,
    usedMinor: -change.usedMinor,
    returnedMinor: -change.returnedMinor,
  };
}

function requireUnused(ledger: Ledger, change: CommitmentChange): void {
  const commitment = commitmentIn(ledger, change.commitmentId);
  const open = openMinor(commitment);
  const isUnused = open + openMinor(change) >= 0n && commitment.accruedMinor + change.accruedMinor >= 0n;
  if (isUnused) return;
  throw new Refusal(
    'budgeting/commitment-in-use',
    `Commitment ${change.commitmentId} has ${open} open, less than would be taken back; reverse its invoices first.`,
    { details: { openMinor: open.toString() } },
  );
}

function requireHeld(ledger: Ledger, change: ReservationChange): void {
  const held = heldMinor(reservationIn(ledger, change.reservationId));
  if (held + heldMinor(change) >= 0n) return;
  throw new Refusal(
    'budgeting/reservation-in-use',
    `Reservation ${change.reservationId} holds ${held}, less than would be taken back; reverse its order first.`,
    { details: { heldMinor: held.toString() } },
  );
}

function netPerAccount(postings: readonly Posting[]): Iterable<Posting> {
  const net = new Map<string, Posting>();
  for (const { account, amountMinor } of postings) {
    const key = accountKey(account);
    net.set(key, { account, amountMinor: (net.get(key)?.amountMinor ?? 0n) + amountMinor });
  }
  return net.values();
}
