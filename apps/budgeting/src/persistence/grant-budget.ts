import { requireSameCurrency } from '@meridian/money';
import type { Approval } from '../domain/cost/approval.js';
import { EXTERNAL_FUND } from '../domain/ledger/account.js';
import { decide } from '../domain/ledger/decide.js';
import { applyEntry } from '../domain/ledger/ledger.js';
import type { Ledger } from '../domain/ledger/ledger.js';
import type { BudgetRow } from './budgets.js';
import { appendEntry, loadLedger } from './ledgers.js';
import { today } from './work.js';
import type { Work } from './work.js';

/**
 * Grants an approved budget in the ledger. Money that is in the ledger of a project keeps its currency.
 *
 * @throws Refusal `money/currency-mismatch`, those of `approveBudget`
 */
export async function grantBudget(
  work: Work,
  budget: BudgetRow,
  request: { readonly currency: string; readonly decision: string },
  { budgetAtCompletionMinor, contingencyMinor }: Approval,
): Promise<Ledger> {
  const { projectId } = budget;
  const ledger = await loadLedger(work.tx, budget, request.currency);
  if (ledger.balances.size > 0 && budget.currency)
    requireSameCurrency({ currency: budget.currency }, request);
  const { entry } = decide(ledger, {
    kind: 'approve-budget',
    entryId: work.newId(),
    on: today(work),
    currency: request.currency,
    reference: `Budget version ${budget.version + 1}`,
    decision: request.decision,
    budgetId: projectId,
    from: EXTERNAL_FUND,
    grantedMinor: budgetAtCompletionMinor,
    ...(contingencyMinor === undefined ? {} : { contingencyMinor }),
  });
  await appendEntry(work.tx, entry, {
    projectId,
    amountMinor: budgetAtCompletionMinor,
    recordedAt: work.now,
  });
  return applyEntry(ledger, entry);
}
