import type { Currency } from '@meridian/money';
import { accountKey } from './account.js';
import type { Account } from './account.js';

/** An amount into an account (positive) or out of it (negative). */
export interface Posting {
  readonly account: Account;
  readonly amountMinor: bigint;
}

/**
 * What an entry changes on one commitment; the amounts add up over entries. `accruedMinor` is what was received and not
 * yet invoiced.
 */
export interface CommitmentChange {
  readonly commitmentId: string;
  readonly budgetId: string;
  readonly period: string;
  readonly committedMinor: bigint;
  readonly invoicedMinor: bigint;
  readonly releasedMinor: bigint;
  readonly accruedMinor: bigint;
}

/** What an entry changes on one reservation: set aside, used by orders, given back. */
export interface ReservationChange {
  readonly reservationId: string;
  readonly budgetId: string;
  readonly period: string;
  readonly reservedMinor: bigint;
  readonly usedMinor: bigint;
  readonly returnedMinor: bigint;
  /** The last day on which it holds its money. */
  readonly expiresOn?: string | undefined;
}

export type EntryKind =
  | 'funding'
  | 'approval'
  | 'transfer'
  | 'allocation'
  | 'return'
  | 'set-aside'
  | 'reserve-draw'
  | 'requisition'
  | 'withdrawal'
  | 'lapse'
  | 'receipt'
  | 'accrual'
  | 'recoding'
  | 'freeze'
  | 'unfreeze'
  | 'period-close'
  | 'period-open'
  | 'commitment'
  | 'release'
  | 'invoice'
  | 'actual'
  | 'credit'
  | 'reversal';

/** One line of the journal: written once, never changed; its postings sum to zero. */
export interface JournalEntry {
  readonly entryId: string;
  readonly kind: EntryKind;
  /** The day it counts for, `YYYY-MM-DD`, which decides the fiscal period; not the day it was typed in. */
  readonly on: string;
  readonly currency: Currency;
  readonly reference: string;
  /** The decision it rests on: an approval, a change, an exception. */
  readonly decision?: string;
  /** Who answers for it: a person, or the system that announced it. */
  readonly by?: string | undefined;
  readonly postings: readonly Posting[];
  readonly commitment?: CommitmentChange;
  readonly reservation?: ReservationChange;
  /** The entry this one takes back. */
  readonly reverses?: string;
}

/** Money from one account to another. No posting at all for zero. */
export function move(from: Account, to: Account, amountMinor: bigint): readonly Posting[] {
  if (amountMinor === 0n) return [];
  return [
    { account: from, amountMinor: -amountMinor },
    { account: to, amountMinor },
  ];
}

/** @throws TypeError when the postings do not sum to zero: a defect, never a business case */
export function requireBalanced(entry: JournalEntry): JournalEntry {
  const total = entry.postings.reduce((all, { amountMinor }) => all + amountMinor, 0n);
  if (total === 0n) return entry;
  const lines = entry.postings.map(({ account, amountMinor }) => `${accountKey(account)} ${amountMinor}`);
  throw new TypeError(`Entry ${entry.entryId} is out of balance by ${total}: ${lines.join('; ')}.`);
}
