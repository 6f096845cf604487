import type { CostBasis, Heading, MayExceed } from './command-heading.js';
import type { JournalEntry } from './journal.js';

/** Cost of the period without an order or an invoice yet; it is taken back when the next period begins. */
export interface AccrueCommand extends Heading, MayExceed {
  readonly kind: 'accrue';
  readonly budgetId: string;
  readonly amountMinor: bigint;
  readonly basis: CostBasis;
}

/** The next period has begun: what was accrued is taken back, as cost of the day it is taken back on. */
export interface EndAccrualCommand extends Omit<Heading, 'currency'> {
  readonly kind: 'end-accrual';
  readonly entry: JournalEntry;
  /** The entry that took it back already, if one did. */
  readonly reversedBy?: string;
}
