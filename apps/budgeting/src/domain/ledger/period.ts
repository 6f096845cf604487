import { Refusal } from '@meridian/refusal';
import { WHOLE } from './account.js';
import type { Account } from './account.js';
import type { BudgetControl, FiscalPeriod, Ledger } from './ledger.js';

/**
 * The fiscal period that a day counts for. A back-dated invoice is measured against the balance of its own period.
 *
 * @throws Refusal `budgeting/date-outside-periods`, `budgeting/period-closed`
 */
export function periodOfDay(budget: BudgetControl, on: string): string {
  if (budget.periods.length === 0) return WHOLE;
  const found = budget.periods.find(({ firstDay, lastDay }) => firstDay <= on && on <= lastDay);
  if (!found) {
    throw new Refusal(
      'budgeting/date-outside-periods',
      `${on} lies in none of the budget's fiscal periods.`,
      {
        kind: 'unprocessable',
        details: { periods: budget.periods.map(({ period }) => period) },
      },
    );
  }
  requireOpen(found);
  return found.period;
}

/** The period named in a decision. @throws Refusal `budgeting/unknown-period`, `budgeting/period-closed` */
export function periodNamed(budget: BudgetControl, period: string | undefined): string {
  if (budget.periods.length === 0 && (period ?? WHOLE) === WHOLE) return WHOLE;
  const found = budget.periods.find((one) => one.period === period);
  if (found) return requireOpen(found).period;
  const known = budget.periods.map((one) => one.period).join(', ') || 'none';
  throw new Refusal(
    'budgeting/unknown-period',
    `Found fiscal period ${period ?? '(none named)'}; this budget has: ${known}.`,
    { kind: 'unprocessable' },
  );
}

/** Entries of a closed period stand; what was wrong is put right in an open one. @throws Refusal `budgeting/period-closed` */
export function requireOpenPeriod(ledger: Ledger, account: Account): void {
  const found = ledger.budgets.get(account.id)?.periods.find((one) => one.period === account.period);
  if (found) requireOpen(found);
}

function requireOpen(period: FiscalPeriod): FiscalPeriod {
  if (!period.isClosed) return period;
  throw new Refusal(
    'budgeting/period-closed',
    `Fiscal period ${period.period} is closed; use a day of an open one.`,
  );
}
