import { Refusal } from '@meridian/refusal';
import type { Account } from './account.js';
import { requireNotFrozen, requirePositive } from './amount-rules.js';
import type { AccrueCommand, EndAccrualCommand } from './accrual-command.js';
import type { Decision } from './decision.js';
import { move } from './journal.js';
import { budgetIn } from './ledger.js';
import type { Ledger } from './ledger.js';
import { checkAvailable } from './overrun.js';
import { periodOfDay } from './period.js';

/**
 * Cost of the period that has no invoice yet, without an order: it counts as actual cost (EIA-748: actual cost with
 * accruals) in the period of its day.
 *
 * @throws Refusal `budgeting/unknown-budget`, `budgeting/amount-not-positive`, `budgeting/budget-frozen` for requests,
 * those of `periodOfDay` and `checkAvailable`
 */
export function accrue(ledger: Ledger, command: AccrueCommand): Decision {
  const { entryId, on, currency, reference, budgetId: id, amountMinor, basis, exception } = command;
  const budget = budgetIn(ledger, id);
  requirePositive(amountMinor);
  if (basis === 'request') requireNotFrozen(budget);
  const period = periodOfDay(budget, on);
  const overrun = checkAvailable(ledger, budget, period, { amountMinor, basis, exception });
  const at = (kind: Account['kind']): Account => ({ kind, id, period });
  const postings = move(at('budget'), at('accrued'), amountMinor);
  return {
    entry: { entryId, kind: 'accrual', on, currency, reference, decision: exception, postings },
    overrun,
  };
}

/**
 * Takes an accrual back in the period of the day: there it is less cost, beside the invoice that is awaited. The period it
 * was accrued in keeps it, closed or not.
 *
 * @throws Refusal `budgeting/already-reversed`, `budgeting/not-an-accrual`, those of `periodOfDay`
 */
export function endAccrual(ledger: Ledger, command: EndAccrualCommand): Decision {
  const { entry: accrual, reversedBy, entryId, on, reference } = command;
  if (reversedBy !== undefined) {
    throw new Refusal(
      'budgeting/already-reversed',
      `Entry ${accrual.entryId} was reversed by ${reversedBy} already.`,
    );
  }
  const accrued = accrual.postings.find(({ account }) => account.kind === 'accrued');
  if (accrual.kind !== 'accrual' || !accrued) {
    throw new Refusal(
      'budgeting/not-an-accrual',
      `Entry ${accrual.entryId} is of kind ${accrual.kind}; only an accrual is taken back in a later period.`,
    );
  }
  const { id } = accrued.account;
  const period = periodOfDay(budgetIn(ledger, id), on);
  const at = (kind: Account['kind']): Account => ({ kind, id, period });
  const { currency } = accrual;
  const postings = move(at('accrued'), at('budget'), accrued.amountMinor);
  return {
    entry: {
      entryId,
      kind: 'reversal',
      on,
      currency,
      reference,
      postings,
      reverses: accrual.entryId,
    },
  };
}
