import { Refusal } from '@meridian/refusal';
import { budgetPosition } from './ledger.js';
import type { BudgetControl, Ledger } from './ledger.js';

/** More was taken from a budget than was available, with the policy's consent. */
export interface Overrun {
  readonly budgetId: string;
  readonly period: string;
  readonly requestedMinor: bigint;
  readonly availableMinor: bigint;
  readonly exceededByMinor: bigint;
}

/** Who asks for how much; `basis: 'fact'` cannot be stopped, only reported. */
export interface Demand {
  readonly amountMinor: bigint;
  readonly basis: 'request' | 'fact';
  readonly exception?: string;
}

/**
 * Checks a demand against what is available in its period: budget − committed − actual.
 *
 * @returns the overrun that was let through, if there is one
 * @throws Refusal `budgeting/budget-exceeded` under `hard-stop`, `budgeting/exception-needed` under `needs-exception`
 */
export function checkAvailable(
  ledger: Ledger,
  budget: BudgetControl,
  period: string,
  demand: Demand,
): Overrun | undefined {
  const { availableMinor } = budgetPosition(ledger, budget.budgetId, period);
  const exceededByMinor = demand.amountMinor - availableMinor;
  if (demand.amountMinor === 0n || exceededByMinor <= 0n) return undefined;
  const overrun = {
    budgetId: budget.budgetId,
    period,
    requestedMinor: demand.amountMinor,
    availableMinor,
    exceededByMinor,
  };
  if (demand.basis === 'fact' || budget.policy === 'warn') return overrun;
  if (budget.policy === 'needs-exception' && demand.exception) return overrun;
  throw refusalFor(budget, overrun, ledger.currency);
}

function refusalFor(budget: BudgetControl, overrun: Overrun, currency: string): Refusal {
  const found = `${overrun.requestedMinor} was asked for and ${overrun.availableMinor} is available (minor units of ${currency})`;
  const details = {
    budgetId: overrun.budgetId,
    period: overrun.period,
    currency,
    requestedMinor: overrun.requestedMinor.toString(),
    availableMinor: overrun.availableMinor.toString(),
    exceededByMinor: overrun.exceededByMinor.toString(),
  };
  return budget.policy === 'needs-exception'
    ? new Refusal(
        'budgeting/exception-needed',
        `${found}; ask for an exception and name it once it is approved; one posting uses it.`,
        {
          details,
        },
      )
    : new Refusal('budgeting/budget-exceeded', `${found}; ask for less, or have the budget raised.`, {
        details,
      });
}
