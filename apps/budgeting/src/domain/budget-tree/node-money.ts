import { accountKey, WHOLE } from '../ledger/account.js';
import type { AccountKind } from '../ledger/account.js';
import { emptyLedger, projectPosition } from '../ledger/ledger.js';
import { fundPosition } from '../ledger/touched.js';
import type { NodeMoney } from './budget-tree.js';
import { isFund } from './budget-node.js';
import type { BudgetNode } from './budget-node.js';

interface AccountAt {
  readonly accountId: string;
  readonly accountKind: AccountKind;
  readonly period: string;
  readonly balanceMinor: bigint;
}

/** Balances and planned cost, put together by node. */
export function nodeMoney(
  nodes: readonly BudgetNode[],
  accounts: readonly AccountAt[],
  planned: readonly { readonly nodeId: string; readonly plannedMinor: bigint }[],
): readonly NodeMoney[] {
  const byNode = new Map<string, AccountAt[]>();
  for (const account of accounts)
    byNode.set(account.accountId, [...(byNode.get(account.accountId) ?? []), account]);
  const plans = new Map(planned.map(({ nodeId, plannedMinor }) => [nodeId, plannedMinor]));
  return nodes.map((node) => {
    const own = byNode.get(node.nodeId) ?? [];
    const held = (kind: AccountKind): bigint =>
      own.reduce(
        (all, { accountKind, balanceMinor }) => (accountKind === kind ? all + balanceMinor : all),
        0n,
      );
    return {
      node,
      own: isFund(node.kind) ? fundPosition(held(node.kind)) : budgetOf(node.nodeId, own),
      contingencyMinor: held('contingency'),
      managementReserveMinor: held('management-reserve'),
      plannedMinor: plans.get(node.nodeId),
    };
  });
}

/** All periods of a budget's own accounts. */
function budgetOf(budgetId: string, accounts: readonly AccountAt[]) {
  const periods = [...new Set(accounts.map(({ period }) => period))].filter((period) => period !== WHOLE);
  const control = {
    budgetId,
    policy: 'hard-stop' as const,
    isFrozen: false,
    periods: periods.map((period) => ({ period, firstDay: '', lastDay: '', isClosed: false })),
  };
  const ledger = emptyLedger('XXX', [control]);
  const balances = new Map(
    accounts.map(({ accountKind: kind, period, balanceMinor }) => [
      accountKey({ kind, id: budgetId, period }),
      balanceMinor,
    ]),
  );
  return projectPosition({ ...ledger, balances }, budgetId);
}
