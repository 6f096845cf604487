import { requireSameCurrency } from '@meridian/money';
import type { Approval } from '../domain/cost/approval.js';
import { EXTERNAL_FUND } from '../domain/ledger/account.js';
import type { Fund } from '../domain/ledger/account.js';
import { isFund } from '../domain/budget-tree/budget-node.js';
import { requireFundsOpen } from '../domain/budget-tree/movement.js';
import { decide } from '../domain/ledger/decide.js';
import { applyEntry } from '../domain/ledger/ledger.js';
import type { Ledger } from '../domain/ledger/ledger.js';
import type { BudgetRow } from './budgets.js';
import { ledgerOf } from './books.js';
import { lockFunds, nodesUpwards } from './budget-nodes.js';
import type { Tx } from './database.js';
import { writeEntry } from './journal.js';
import { today } from './work.js';
import type { Work } from './work.js';

/**
 * Grants an approved budget in the ledger, from the fund that the project stands under, or from outside when it stands
 * under none. Money that is in the ledger of a project keeps its currency.
 *
 * @throws Refusal `money/currency-mismatch`, `budgeting/budget-frozen` when the fund is frozen,
 * those of `approveBudget`
 */
export async function grantBudget(
  work: Work,
  budget: BudgetRow,
  request: { readonly currency: string; readonly decision: string; readonly by: string },
  { budgetAtCompletionMinor, contingencyMinor }: Approval,
): Promise<Ledger> {
  const { projectId } = budget;
  const from = await fundAbove(work.tx, projectId, request.currency);
  const { currency } = request;
  const ledger = await ledgerOf(work.tx, budget, {
    currency,
    fundIds: from.kind === 'external' ? [] : [from.id],
  });
  const hasMoney = [...ledger.balances.keys()].some((key) => !key.startsWith(`${from.kind}/`));
  if (hasMoney && budget.currency) requireSameCurrency({ currency: budget.currency }, request);
  const { entry } = decide(ledger, {
    kind: 'approve-budget',
    entryId: work.newId(),
    on: today(work),
    currency,
    reference: `Budget version ${budget.version + 1}`,
    decision: request.decision,
    by: request.by,
    budgetId: projectId,
    from,
    grantedMinor: budgetAtCompletionMinor,
    ...(contingencyMinor === undefined ? {} : { contingencyMinor }),
  });
  await writeEntry(work.tx, entry, {
    projectId,
    amountMinor: budgetAtCompletionMinor,
    recordedAt: work.now,
  });
  return applyEntry(ledger, entry);
}

/** The fund that a project stands under, locked; the outside where it stands under none. */
async function fundAbove(tx: Tx, projectId: string, currency: string): Promise<Fund> {
  const { parentId } = (await nodesUpwards(tx, [projectId])).get(projectId) ?? { parentId: null };
  if (parentId === null) return EXTERNAL_FUND;
  await lockFunds(tx, [parentId]);
  const parent = (await nodesUpwards(tx, [parentId])).get(parentId);
  if (!parent || !isFund(parent.kind)) return EXTERNAL_FUND;
  requireSameCurrency(parent, { currency });
  requireFundsOpen([parent]);
  return { kind: parent.kind, id: parentId };
}
