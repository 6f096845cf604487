import type { Account } from './account.js';
import { requirePositive } from './amount-rules.js';
import type { InvoiceCommand } from './command.js';
import { commitmentChange } from './commitment-change.js';
import type { Decision } from './decision.js';
import { move } from './journal.js';
import { budgetIn, commitmentIn, openMinor } from './ledger.js';
import type { Commitment, Ledger } from './ledger.js';
import { checkAvailable } from './overrun.js';
import { periodOfDay } from './period.js';

/**
 * The part of an invoice that was received or is committed uses that up, in the period it was committed in; only what
 * goes beyond is new cost, measured against what is available in the invoice's own period.
 *
 * @throws Refusal `budgeting/unknown-commitment`, `budgeting/amount-not-positive`, those of `periodOfDay` and `checkAvailable`
 */
export function invoice(ledger: Ledger, command: InvoiceCommand): Decision {
  const { entryId, on, currency, reference, exception, basis } = command;
  const commitment = commitmentIn(ledger, command.commitmentId);
  const { budgetId: id, period } = commitment;
  const budget = budgetIn(ledger, id);
  requirePositive(command.amountMinor);
  const use = useOf(commitment, command);
  const own = periodOfDay(budget, on);
  const overrun = checkAvailable(ledger, budget, own, { amountMinor: use.beyond, basis, exception });
  const at = (kind: Account['kind']): Account => ({ kind, id, period });
  return {
    entry: {
      entryId,
      kind: 'invoice',
      on,
      currency,
      reference,
      decision: exception,
      postings: [
        ...move(at('accrued'), at('actual'), use.paidReceived),
        ...move(at('committed'), at('actual'), use.paidOpen),
        ...move({ kind: 'budget', id, period: own }, { kind: 'actual', id, period: own }, use.beyond),
        ...move(at('accrued'), at('budget'), use.backReceived),
        ...move(at('committed'), at('budget'), use.backOpen),
      ],
      commitment: commitmentChange(commitment, {
        invoicedMinor: use.paidReceived + use.paidOpen,
        releasedMinor: use.backReceived + use.backOpen,
        accruedMinor: -use.paidReceived - use.backReceived,
      }),
    },
    overrun,
  };
}

/**
 * What an invoice takes of its order: what was received first, then what is open. Invoiced below the order's price, the
 * difference is given back; above it, the difference is beyond, and never taken from what is still to come.
 */
function useOf(commitment: Commitment, command: InvoiceCommand) {
  const { amountMinor, atOrderPriceMinor = amountMinor, isFinal } = command;
  const open = openMinor(commitment);
  const fromReceived = least(atOrderPriceMinor, commitment.accruedMinor);
  const fromOpen = least(atOrderPriceMinor - fromReceived, open);
  const paidReceived = least(amountMinor, fromReceived);
  const paidOpen = least(amountMinor - paidReceived, fromOpen);
  return {
    paidReceived,
    paidOpen,
    beyond: amountMinor - paidReceived - paidOpen,
    backReceived: (isFinal ? commitment.accruedMinor : fromReceived) - paidReceived,
    backOpen: (isFinal ? open : fromOpen) - paidOpen,
  };
}

function least(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}
