import { accountKey, WHOLE } from './account.js';
import type { AccountKind } from './account.js';
import type { JournalEntry } from './journal.js';
import { balanceOf, budgetPosition } from './ledger.js';
import type { BudgetPosition, Ledger } from './ledger.js';

export interface TouchedBalance {
  readonly nodeId: string;
  readonly period: string;
  readonly position: BudgetPosition;
}

/** Where the budgets and funds of an entry stand after it, each once. A fund has what it can still give as available. */
export function balancesTouched(ledger: Ledger, entry: JournalEntry): readonly TouchedBalance[] {
  const touched = new Map<string, TouchedBalance>();
  for (const { account } of entry.postings) {
    const { id: nodeId, kind } = account;
    if (kind === 'external') continue;
    const isFund = FUNDS.has(kind);
    const period = RESERVES.has(kind) ? WHOLE : account.period;
    const position = isFund
      ? fundPosition(balanceOf(ledger, account))
      : budgetPosition(ledger, nodeId, period);
    touched.set(accountKey({ kind: 'budget', id: nodeId, period }), { nodeId, period, position });
  }
  return [...touched.values()];
}

/** A fund as a position: all that it holds is available. */
export function fundPosition(balanceMinor: bigint): BudgetPosition {
  const nothing = { reservedMinor: 0n, committedMinor: 0n, accruedMinor: 0n, actualMinor: 0n };
  return { grantedMinor: balanceMinor, ...nothing, availableMinor: balanceMinor };
}

const FUNDS = new Set<AccountKind>(['funding-source', 'portfolio', 'programme']);
const RESERVES = new Set<AccountKind>(['contingency', 'management-reserve']);
