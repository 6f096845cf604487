import type { Currency } from '@meridian/money';
import { requireSameCurrency } from '@meridian/money';
import { Refusal } from '@meridian/refusal';
import { accountKey, contingencyAccount, WHOLE } from './account.js';
import type { Account } from './account.js';
import { requireBalanced } from './journal.js';
import type { JournalEntry } from './journal.js';
import { reservationAfter } from './reservation.js';
import type { Reservation } from './reservation.js';

/** What happens when more is asked for than is available. */
export type OverrunPolicy = 'hard-stop' | 'warn' | 'needs-exception';

/** What becomes of a posting for a closed period: it is refused, or counts for the first open one after it. */
export type LatePosting = 'refuse' | 'next-open';

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
  /** What becomes of a posting for a closed period; refused when left out. */
  readonly latePosting?: LatePosting | undefined;
  /** The project whose budget a control account or work package is a part of. */
  readonly within?: string | undefined;
}

export interface Commitment {
  readonly commitmentId: string;
  readonly budgetId: string;
  readonly period: string;
  readonly committedMinor: bigint;
  readonly invoicedMinor: bigint;
  readonly releasedMinor: bigint;
  /** Received and not yet invoiced. */
  readonly accruedMinor: bigint;
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
  readonly reservations?: ReadonlyMap<string, Reservation>;
  /** By project: what its posted labour cost beyond what the figures say of it, which only who may see rates is told. */
  readonly untoldMinor?: ReadonlyMap<string, bigint>;
}

/** `granted = available + reserved + committed + accrued + actual`, always. */
export interface BudgetPosition {
  readonly grantedMinor: bigint;
  readonly reservedMinor: bigint;
  readonly committedMinor: bigint;
  readonly accruedMinor: bigint;
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
    reservations: new Map(),
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
  const reservations = reservationAfter(ledger.reservations, entry.reservation);
  return { ...ledger, balances, commitments: commitmentsAfter(ledger, entry), reservations };
}

/** Where a budget stands in one of its periods. */
export function budgetPosition(ledger: Ledger, budgetId: string, period: string): BudgetPosition {
  const balance = (kind: Account['kind']): bigint => balanceOf(ledger, { kind, id: budgetId, period });
  const used = {
    reservedMinor: balance('reserved'),
    committedMinor: balance('committed'),
    accruedMinor: balance('accrued'),
    actualMinor: balance('actual'),
  };
  const availableMinor = balance('budget');
  const usedMinor = Object.values(used).reduce((all, amount) => all + amount, 0n);
  return { grantedMinor: availableMinor + usedMinor, ...used, availableMinor };
}

/** Where a project stands with all its control accounts, work packages and periods. */
export function projectPosition(ledger: Ledger, projectId: string): BudgetPosition {
  const budgets = [...ledger.budgets.values()].filter(
    ({ budgetId, within }) => budgetId === projectId || within === projectId,
  );
  const places = budgets.flatMap(({ budgetId, periods }) =>
    [WHOLE, ...periods.map(({ period }) => period)].map((period) => budgetPosition(ledger, budgetId, period)),
  );
  return places.reduce(sumOfPositions, NOTHING);
}

/**
 * What a project has used, exactly: cost with its accruals, and what is promised, ordered or requisitioned.
 */
export function usedByProject(
  ledger: Ledger,
  projectId: string,
): { readonly spentMinor: bigint; readonly committedMinor: bigint } {
  const { reservedMinor, committedMinor, accruedMinor, actualMinor } = projectPosition(ledger, projectId);
  return { spentMinor: accruedMinor + actualMinor, committedMinor: reservedMinor + committedMinor };
}

const NOTHING: BudgetPosition = {
  grantedMinor: 0n,
  reservedMinor: 0n,
  committedMinor: 0n,
  accruedMinor: 0n,
  actualMinor: 0n,
  availableMinor: 0n,
};

function sumOfPositions(a: BudgetPosition, b: BudgetPosition): BudgetPosition {
  return {
    grantedMinor: a.grantedMinor + b.grantedMinor,
    reservedMinor: a.reservedMinor + b.reservedMinor,
    committedMinor: a.committedMinor + b.committedMinor,
    accruedMinor: a.accruedMinor + b.accruedMinor,
    actualMinor: a.actualMinor + b.actualMinor,
    availableMinor: a.availableMinor + b.availableMinor,
  };
}

/** What is held back for a budget and may be drawn by decision. */
export function contingencyOf(ledger: Ledger, budgetId: string): bigint {
  return balanceOf(ledger, contingencyAccount(budgetId));
}

/** Ordered, neither received, invoiced nor released. */
export function openMinor({
  committedMinor,
  invoicedMinor,
  releasedMinor,
  accruedMinor,
}: Omit<Commitment, 'commitmentId'>): bigint {
  return committedMinor - invoicedMinor - releasedMinor - accruedMinor;
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
    accruedMinor: (before?.accruedMinor ?? 0n) + change.accruedMinor,
  });
}
