export type DeliveryConfidence = 'red' | 'amber' | 'green';

/** The period a row reports on: `label` as in the file, both days included. */
export interface Snapshot {
  readonly label: string;
  readonly from: string;
  readonly to: string;
}

/** What one row says about a project at a snapshot. Null: the file says nothing, which is not zero. */
export interface PortfolioFacts {
  readonly code: string | null;
  readonly name: string;
  readonly orgUnit: string | null;
  readonly category: string | null;
  readonly snapshot: Snapshot;
  readonly wholeLifeCost: { readonly amountMinor: bigint; readonly currency: string } | null;
  /** Exact decimal text: percent of the period's budget. */
  readonly variancePercent: string | null;
  /** Exact decimal text: months from planned start to planned end. */
  readonly durationMonths: string | null;
  readonly deliveryConfidence: DeliveryConfidence | null;
}

export interface PortfolioRow extends PortfolioFacts {
  /** Physical line of the file (or row of the sheet) on which it begins, from 1. */
  readonly line: number;
}

type Identifying = Pick<PortfolioFacts, 'code' | 'name' | 'orgUnit'>;

/**
 * Which project a row is about. The published code where there is one: names, departments and categories of the same
 * project change between the years. Without a code, name and organisation together, since two departments may run
 * programmes of the same name. Blanks and letter case make no difference in either.
 */
export function identityOf(row: Identifying): string {
  return row.code === null ? nameIdentityOf(row) : `code:${normalised(row.code)}`;
}

/** The identity by name and organisation, also of a row that has a code: for finding a project that gets its code later. */
export function nameIdentityOf(row: Identifying): string {
  return `name:${normalised(row.name)}|${normalised(row.orgUnit ?? '')}`;
}

function normalised(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
}
