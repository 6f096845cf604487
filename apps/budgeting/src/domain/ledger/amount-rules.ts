import { Refusal } from '@meridian/refusal';
import type { Account } from './account.js';
import { balanceOf } from './ledger.js';
import type { BudgetControl, Ledger } from './ledger.js';

/** @throws Refusal `budgeting/amount-not-positive`: the direction is the command's, never the sign's */
export function requirePositive(amountMinor: bigint): void {
  if (amountMinor > 0n) return;
  throw new Refusal('budgeting/amount-not-positive', `The amount is ${amountMinor}; it must be above zero.`, {
    kind: 'unprocessable',
  });
}

/** @throws Refusal `budgeting/budget-frozen` */
export function requireNotFrozen({ isFrozen, budgetId }: BudgetControl): void {
  if (!isFrozen) return;
  throw new Refusal(
    'budgeting/budget-frozen',
    `Budget ${budgetId} is frozen and takes no new commitments or cost.`,
  );
}

/** A balance that may not go below zero, whatever the policy. `code` is the refusal when it would. */
export function requireBalance(ledger: Ledger, account: Account, amountMinor: bigint, code: string): void {
  const balance = balanceOf(ledger, account);
  if (account.kind === 'external' || amountMinor <= balance) return;
  throw new Refusal(
    code,
    `${amountMinor} would leave ${account.kind} ${account.id}, which holds ${balance} (minor units of ${ledger.currency}).`,
    { details: { account: account.kind, id: account.id, balanceMinor: balance.toString() } },
  );
}
