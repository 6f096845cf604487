import type { Account } from './account.js';
import { requireBalance, requireNotFrozen, requirePositive } from './amount-rules.js';
import type { CreditActualCommand, PostActualCommand, RecodeActualCommand } from './command.js';
import type { Decision } from './decision.js';
import { move } from './journal.js';
import { budgetIn } from './ledger.js';
import type { Ledger } from './ledger.js';
import { checkAvailable } from './overrun.js';
import { periodOfDay } from './period.js';

/**
 * @throws Refusal `budgeting/unknown-budget`, `budgeting/amount-not-positive`, `budgeting/budget-frozen` for requests,
 * those of `periodOfDay` and `checkAvailable`
 */
export function postActual(ledger: Ledger, command: PostActualCommand): Decision {
  const { entryId, on, currency, reference, budgetId, amountMinor, basis, exception } = command;
  const budget = budgetIn(ledger, budgetId);
  requirePositive(amountMinor);
  if (basis === 'request') requireNotFrozen(budget);
  const period = periodOfDay(budget, on);
  const overrun = checkAvailable(ledger, budget, period, { amountMinor, basis, exception });
  const [from, to] = accounts(budgetId, period);
  const postings = move(from, to, amountMinor);
  return {
    entry: { entryId, kind: 'actual', on, currency, reference, decision: exception, postings },
    overrun,
  };
}

/** @throws Refusal `budgeting/unknown-budget`, `budgeting/amount-not-positive`, `budgeting/credit-beyond-actual` for requests */
export function creditActual(ledger: Ledger, command: CreditActualCommand): Decision {
  const { entryId, on, currency, reference, budgetId, amountMinor, basis = 'request' } = command;
  requirePositive(amountMinor);
  const [budget, actual] = accounts(budgetId, periodOfDay(budgetIn(ledger, budgetId), on));
  if (basis === 'request') requireBalance(ledger, actual, amountMinor, 'budgeting/credit-beyond-actual');
  return {
    entry: { entryId, kind: 'credit', on, currency, reference, postings: move(actual, budget, amountMinor) },
  };
}

/**
 * Cost moves to the budget it belongs to, which must have room for it; the other one has its money back.
 *
 * @throws Refusal `budgeting/unknown-budget`, `budgeting/amount-not-positive`, `budgeting/credit-beyond-actual`,
 * `budgeting/budget-frozen` for requests, those of `periodOfDay` and `checkAvailable`
 */
export function recodeActual(ledger: Ledger, command: RecodeActualCommand): Decision {
  const { entryId, on, currency, reference, amountMinor, basis, exception } = command;
  const to = budgetIn(ledger, command.toBudgetId);
  requirePositive(amountMinor);
  if (basis === 'request') requireNotFrozen(to);
  const [own, other] = [periodOfDay(budgetIn(ledger, command.fromBudgetId), on), periodOfDay(to, on)];
  const [backTo, wrong] = accounts(command.fromBudgetId, own);
  const [budget, actual] = accounts(command.toBudgetId, other);
  requireBalance(ledger, wrong, amountMinor, 'budgeting/credit-beyond-actual');
  const overrun = checkAvailable(ledger, to, other, { amountMinor, basis, exception });
  const postings = [...move(wrong, backTo, amountMinor), ...move(budget, actual, amountMinor)];
  return {
    entry: { entryId, kind: 'recoding', on, currency, reference, decision: exception, postings },
    overrun,
  };
}

function accounts(id: string, period: string): [Account, Account] {
  return [
    { kind: 'budget', id, period },
    { kind: 'actual', id, period },
  ];
}
