/**
 * Where money of a budget can lie. `external`: the world outside, the only account that may go below zero.
 * `funding-source`, `portfolio`, `programme`: funds not yet given to a project. `contingency` and
 * `management-reserve`: held for a project, used by decision. `budget`: what a project, control account or work package
 * may still spend. `reserved`: requisitioned, not yet ordered. `committed`: ordered, neither received nor invoiced.
 * `accrued`: received, not yet invoiced. `actual`: invoiced or paid.
 */
export type AccountKind =
  | 'external'
  | 'funding-source'
  | 'portfolio'
  | 'programme'
  | 'contingency'
  | 'management-reserve'
  | 'budget'
  | 'reserved'
  | 'committed'
  | 'accrued'
  | 'actual';

export interface Account {
  readonly kind: AccountKind;
  /** The fund's id, or the budget's for the last seven kinds. */
  readonly id: string;
  /** The fiscal period of the last five kinds; {@link WHOLE} elsewhere and in budgets without periods. */
  readonly period: string;
}

/** The one period of a budget that has no fiscal periods. */
export const WHOLE = 'whole';

/** The account as a key of maps and a column of tables: `budget/<id>/<period>`. */
export function accountKey({ kind, id, period }: Account): string {
  return `${kind}/${id}/${period}`;
}

/** A fund that projects are given money from. */
export interface Fund {
  readonly kind: 'external' | 'funding-source' | 'portfolio' | 'programme' | 'management-reserve';
  readonly id: string;
}

/** For houses that keep no funds above their projects: money comes from outside. */
export const EXTERNAL_FUND: Fund = { kind: 'external', id: 'world' };

export function fundAccount({ kind, id }: Fund): Account {
  return { kind, id, period: WHOLE };
}

export function contingencyAccount(budgetId: string): Account {
  return { kind: 'contingency', id: budgetId, period: WHOLE };
}

/** What is held for a budget and used by decision: for known risks, or for what nobody could foresee. */
export type ReserveKind = 'contingency' | 'management-reserve';

export function reserveAccount(kind: ReserveKind, budgetId: string): Account {
  return { kind, id: budgetId, period: WHOLE };
}
