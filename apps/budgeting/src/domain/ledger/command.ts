import type { Currency } from '@meridian/money';
import type { Fund } from './account.js';
import type { JournalEntry } from './journal.js';

/** What every command names. Amounts are positive minor units unless their field says otherwise. */
interface Heading {
  readonly entryId: string;
  readonly on: string;
  readonly currency: Currency;
  readonly reference: string;
}

/** An approved exception, where the policy asks for one. */
interface MayExceed {
  readonly exception?: string;
}

/** Money into a fund, or from one fund to the next below: external → funding source → portfolio → programme. */
export interface FundCommand extends Heading {
  readonly kind: 'fund';
  readonly from: Fund;
  readonly to: Fund;
  readonly amountMinor: bigint;
  readonly decision: string;
}

/**
 * Sets what a budget is granted in a period, and what is held as its contingency, to new totals of zero or more. The
 * difference to what it has moves from or back to the fund: approving again is a new version, not a second grant.
 */
export interface ApproveBudgetCommand extends Heading {
  readonly kind: 'approve-budget';
  readonly budgetId: string;
  readonly from: Fund;
  /** Needed where the budget has fiscal periods. */
  readonly period?: string;
  readonly grantedMinor: bigint;
  /** Unchanged when left out. */
  readonly contingencyMinor?: bigint;
  readonly decision: string;
}

/** Moves what is still available from one budget (or period) to another. */
export interface TransferBudgetCommand extends Heading {
  readonly kind: 'transfer-budget';
  readonly fromBudgetId: string;
  readonly fromPeriod?: string;
  readonly toBudgetId: string;
  readonly toPeriod?: string;
  readonly amountMinor: bigint;
  readonly decision: string;
}

/** Draws from the contingency of a budget, by decision. */
export interface DrawReserveCommand extends Heading {
  readonly kind: 'draw-reserve';
  readonly budgetId: string;
  readonly period?: string;
  readonly amountMinor: bigint;
  readonly decision: string;
}

/** Asked for beforehand, so that the policy can stop it; or a fact of the accounts, which is recorded whatever it does. */
export type CostBasis = 'request' | 'fact';

/** An order was placed. `raise` adds to a commitment that exists. */
export interface CommitCommand extends Heading, MayExceed {
  readonly kind: 'commit' | 'raise-commitment';
  readonly commitmentId: string;
  readonly budgetId: string;
  readonly amountMinor: bigint;
  /** `request` when left out. */
  readonly basis?: CostBasis;
}

/** An order was cut or cancelled: all that is open when no amount is named. */
export interface ReleaseCommitmentCommand extends Heading {
  readonly kind: 'release-commitment';
  readonly commitmentId: string;
  readonly amountMinor?: bigint;
}

/** An invoice for a commitment: it uses up what is committed and never counts twice. */
export interface InvoiceCommand extends Heading, MayExceed {
  readonly kind: 'invoice';
  readonly commitmentId: string;
  readonly amountMinor: bigint;
  /** The last one: what stays open is released. */
  readonly isFinal: boolean;
  readonly basis: CostBasis;
}

/** Cost without an order. */
export interface PostActualCommand extends Heading, MayExceed {
  readonly kind: 'post-actual';
  readonly budgetId: string;
  readonly amountMinor: bigint;
  readonly basis: CostBasis;
}

/** A supplier's credit note: actual cost becomes available again. */
export interface CreditActualCommand extends Heading {
  readonly kind: 'credit-actual';
  readonly budgetId: string;
  readonly amountMinor: bigint;
  /** `request` when left out. A credit note of the accounts may come before the invoice it belongs to. */
  readonly basis?: CostBasis;
}

/** Takes one entry back by its mirror image. */
export interface ReverseCommand extends Omit<Heading, 'currency'> {
  readonly kind: 'reverse';
  readonly entry: JournalEntry;
  /** The entry that reversed it already, if one did. */
  readonly reversedBy?: string;
}

export type LedgerCommand =
  | FundCommand
  | ApproveBudgetCommand
  | TransferBudgetCommand
  | DrawReserveCommand
  | CommitCommand
  | ReleaseCommitmentCommand
  | InvoiceCommand
  | PostActualCommand
  | CreditActualCommand
  | ReverseCommand;

/** The commands that use money of a budget or give it back, in the direction that their name says. */
export type CostCommand =
  CommitCommand | ReleaseCommitmentCommand | InvoiceCommand | PostActualCommand | CreditActualCommand;
