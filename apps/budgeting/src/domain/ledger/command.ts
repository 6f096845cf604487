import type { Fund, ReserveKind } from './account.js';
import type { AccrueCommand, EndAccrualCommand } from './accrual-command.js';
import type { CostBasis, Heading, MayExceed } from './command-heading.js';
import type { JournalEntry } from './journal.js';

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

/** Draws from a reserve of a budget, by decision. */
export interface DrawReserveCommand extends Heading {
  readonly kind: 'draw-reserve';
  readonly budgetId: string;
  readonly period?: string;
  /** `contingency` when left out. */
  readonly reserve?: ReserveKind;
  readonly amountMinor: bigint;
  readonly decision: string;
}

/** Where money lies that is not used yet: a fund, or a budget in one of its periods. */
export type MoneyPlace = Fund | { readonly kind: 'budget'; readonly id: string; readonly period?: string };

/** Money goes down the tree, to what is below; or back up, as far as it is not used. */
export interface AllocateCommand extends Heading {
  readonly kind: 'allocate' | 'release-budget';
  readonly from: MoneyPlace;
  readonly to: MoneyPlace;
  readonly amountMinor: bigint;
  readonly decision: string;
}

/** Sets available money of a budget aside as one of its reserves. */
export interface SetAsideCommand extends Heading {
  readonly kind: 'set-aside';
  readonly budgetId: string;
  readonly period?: string;
  readonly reserve: ReserveKind;
  readonly amountMinor: bigint;
  readonly decision: string;
}

/** Reserves available money for an order to come. */
export interface ReserveMoneyCommand extends Heading, MayExceed {
  readonly kind: 'reserve-money';
  readonly reservationId: string;
  readonly budgetId: string;
  readonly amountMinor: bigint;
  /** The last day on which it holds its money; for good when left out. */
  readonly expiresOn?: string | undefined;
}

/** Gives back what a reservation still holds; it lapses only after its last day. */
export interface EndReservationCommand extends Heading {
  readonly kind: 'withdraw-reservation' | 'lapse-reservation';
  readonly reservationId: string;
}

/** An order was placed. `raise` adds to a commitment that exists. */
export interface CommitCommand extends Heading, MayExceed {
  readonly kind: 'commit' | 'raise-commitment';
  readonly commitmentId: string;
  readonly budgetId: string;
  readonly amountMinor: bigint;
  /** `request` when left out. */
  readonly basis?: CostBasis;
  /** The reservation it uses first; what that holds beyond the order is given back. */
  readonly reservationId?: string | undefined;
}

/** Ordered goods or services came: cost from now on, before there is an invoice. */
export interface ReceiveCommand extends Heading {
  readonly kind: 'receive';
  readonly commitmentId: string;
  /** At the price of the order. */
  readonly amountMinor: bigint;
  /** `request` when left out. A receipt of the accounts may come after the invoice that already counts it. */
  readonly basis?: CostBasis;
  /** Of a fact: what the receipts before said, whether it was invoiced meanwhile or not. */
  readonly receivedMinor?: bigint;
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
  /** What is invoiced at the price of the order; `amountMinor` when left out. The difference is new cost, or given back. */
  readonly atOrderPriceMinor?: bigint | undefined;
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

/** Cost was booked on the wrong budget and belongs to another one. */
export interface RecodeActualCommand extends Heading, MayExceed {
  readonly kind: 'recode-actual';
  readonly fromBudgetId: string;
  readonly toBudgetId: string;
  readonly amountMinor: bigint;
  readonly basis: CostBasis;
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
  | AllocateCommand
  | SetAsideCommand
  | ReserveMoneyCommand
  | EndReservationCommand
  | CommitCommand
  | ReceiveCommand
  | ReleaseCommitmentCommand
  | InvoiceCommand
  | PostActualCommand
  | CreditActualCommand
  | RecodeActualCommand
  | AccrueCommand
  | EndAccrualCommand
  | ReverseCommand;

/** The commands that use money of a budget or give it back, in the direction that their name says. */
export type CostCommand =
  CommitCommand | ReleaseCommitmentCommand | InvoiceCommand | PostActualCommand | CreditActualCommand;
