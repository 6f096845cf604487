import { Refusal } from '@meridian/refusal';
import type { Account } from './account.js';
import { requirePositive } from './amount-rules.js';
import type { ReceiveCommand } from './command.js';
import { commitmentChange } from './commitment-change.js';
import type { Decision } from './decision.js';
import { move } from './journal.js';
import { budgetIn, commitmentIn, openMinor } from './ledger.js';
import type { Commitment, Ledger } from './ledger.js';
import { periodOfDay } from './period.js';

/**
 * What was received is owed, though not invoiced: it moves from committed to accrued, and counts as actual cost in earned
 * value (EIA-748: actual cost with accruals, for the work that is earned in the same period).
 *
 * A receipt of the accounts accrues only what is received and not invoiced yet, and no more than is open of its order: the
 * same comes out whichever of the two came first.
 *
 * @throws Refusal `budgeting/unknown-commitment`, `budgeting/amount-not-positive`, `budgeting/receipt-beyond-order`,
 * those of `periodOfDay`
 */
export function receive(ledger: Ledger, command: ReceiveCommand): Decision {
  const { entryId, on, currency, reference, basis = 'request' } = command;
  const commitment = commitmentIn(ledger, command.commitmentId);
  const { budgetId: id, period } = commitment;
  requirePositive(command.amountMinor);
  periodOfDay(budgetIn(ledger, id), on);
  const amountMinor = basis === 'fact' ? notInvoiced(commitment, command) : requireOpen(commitment, command);
  const at = (kind: Account['kind']): Account => ({ kind, id, period });
  return {
    entry: {
      entryId,
      kind: 'receipt',
      on,
      currency,
      reference,
      postings: move(at('committed'), at('accrued'), amountMinor),
      commitment: commitmentChange(commitment, { accruedMinor: amountMinor }),
    },
  };
}

function requireOpen(commitment: Commitment, { amountMinor }: ReceiveCommand): bigint {
  const open = openMinor(commitment);
  if (amountMinor <= open) return amountMinor;
  throw new Refusal(
    'budgeting/receipt-beyond-order',
    `${amountMinor} was received and ${open} of order ${commitment.commitmentId} is open; raise the order first.`,
    { details: { openMinor: open.toString() } },
  );
}

/** Received − invoiced is owed; what of it is accrued already is not accrued again. */
function notInvoiced(commitment: Commitment, { amountMinor, receivedMinor = 0n }: ReceiveCommand): bigint {
  const owed = receivedMinor + amountMinor - commitment.invoicedMinor - commitment.accruedMinor;
  const most = [amountMinor, openMinor(commitment)].reduce((least, one) => (one < least ? one : least), owed);
  return most > 0n ? most : 0n;
}
