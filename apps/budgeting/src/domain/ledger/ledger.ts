import type { Currency } from '@meridian/money';
import { requireSameCurrency } from '@meridian/money';
import { Refusal } from '@meridian/refusal';
import { accountKey, contingencyAccount } from './account.js';
import type { Account } from './account.js';
import { requireBalanced } from './journal.js';
import type { JournalEntry } from './journal.js';

/** What happens when more is asked for than is available. */
export type OverrunPolicy = 'hard-stop' | 'warn' | 'needs-exception';

export interface FiscalPeriod {
  readonly period: string;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly isClosed: boolean;
}

/** How a budget is controlled. Without fiscal periods it is one sum over its whole life. */
export interface BudgetControl {
  readonly budgetId: string;
  readonly policy: OverrunPolicy;
  /** A frozen budget takes no new commitments and no requested cost; what is owed is still paid. */
  readonly isFrozen: boolean;
  readonly periods: readonly FiscalPeriod[];
}

export interface Commitment {
  readonly commitmentId: string;
  readonly budgetId: string;
  readonly period: string;
  readonly committedMinor: bigint;
  readonly invoicedMinor: bigint;
  readonly releasedMinor: bigint;
}

/**
 * What a decision needs to know: the accounts, budgets and commitments that it touches, in one currency. It may be
 * part of a larger ledger; an account that is left out counts as empty.
 */
export interface Ledger {
  readonly currency: Currency;
  /** Balance in minor units by {@link accountKey}. */
  readonly balances: ReadonlyMap<string, bigint>;
  readonly budgets: ReadonlyMap<string, BudgetControl>;
  readonly commitments: ReadonlyMap<string, Commitment>;
}

/** `granted = available + committed + actual`, always. */
export interface BudgetPosition {
  readonly grantedMinor: bigint;
  readonly committedMinor: bigint;
  readonly actualMinor: bigint;
  /** Below zero only where the policy let an overrun through. */
  readonly availableMinor: bigint;
}

export function emptyLedger(currency: Currency, budgets: readonly BudgetControl[] = []): Ledger {
  return {
    currency,
    balances: new Map(),
    budgets: new Map(budgets.map((budget) => [budget.budgetId, budget])),
    commitments: new Map(),
  };
}

export function balanceOf(ledger: Ledger, account: Account): bigint {
  return ledger.balances.get(accountKey(account)) ?? 0n;
}

/** The ledger after an entry; the one before stays as it was. @throws Refusal `money/currency-mismatch` */
export function applyEntry(ledger: Ledger, entry: JournalEntry): Ledger {
  requireSameCurrency(ledger, entry);
  const balances = new Map(ledger.balances);
  for (const { account, amountMinor } of requireBalanced(entry).postings) {
    const key = accountKey(account);
    balances.set(key, (balances.get(key) ?? 0n) + amountMinor);
  }
  return { ...ledger, balances, commitments: commitmentsAfter(ledger, entry) };
}

/** Where a budget stands in one of its periods. */
export function budgetPosition(ledger: Ledger, budgetId: string, period: string): BudgetPosition {
  const balance = (kind: Account['kind']): bigint => balanceOf(ledger, { kind, id: budgetId, period });
  const [availableMinor, committedMinor, actualMinor] = [
    balance('budget'),
    balance('committed'),
    balance('actual'),
  ];
  return {
    grantedMinor: availableMinor + committedMinor + actualMinor,
    committedMinor,
    actualMinor,
    availableMinor,
  };
}

/** What is held back for a budget and may be drawn by decision. */
export function contingencyOf(ledger: Ledger, budgetId: string): bigint {
  return balanceOf(ledger, contingencyAccount(budgetId));
}

/** Ordered, neither invoiced nor released. */
export function openMinor({
  committedMinor,
  invoicedMinor,
  releasedMinor,
}: Omit<Commitment, 'commitmentId'>): bigint {
  return committedMinor - invoicedMinor - releasedMinor;
}

/** @throws Refusal `budgeting/unknown-budget` */
export function budgetIn(ledger: Ledger, budgetId: string): BudgetControl {
  const budget = ledger.budgets.get(budgetId);
  if (budget) return budget;
  throw new Refusal('budgeting/unknown-budget', `There is no budget ${budgetId}.`, { kind: 'not-found' });
}

/** @throws Refusal `budgeting/unknown-commitment` */
export function commitmentIn(ledger: Ledger, commitmentId: string): Commitment {
  const commitment = ledger.commitments.get(commitmentId);
  if (commitment) return commitment;
  throw new Refusal('budgeting/unknown-commitment', `There is no commitment ${commitmentId}.`, {
    kind: 'not-found',
  });
}

function commitmentsAfter(ledger: Ledger, { commitment: change }: JournalEntry): Ledger['commitments'] {
  if (!change) return ledger.commitments;
  const before = ledger.commitments.get(change.commitmentId);
  return new Map(ledger.commitments).set(change.commitmentId, {
    commitmentId: change.commitmentId,
    budgetId: change.budgetId,
    period: change.period,
    committedMinor: (before?.committedMinor ?? 0n) + change.committedMinor,
    invoicedMinor: (before?.invoicedMinor ?? 0n) + change.invoicedMinor,
    releasedMinor: (before?.releasedMinor ?? 0n) + change.releasedMinor,
  });
}
