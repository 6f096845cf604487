import type { AccountKind } from './account.js';
import type { EntryKind, JournalEntry } from './journal.js';

/**
 * What an entry is about: what it ordered, received, invoiced or set aside; below zero where it takes that back.
 */
export function amountOfEntry({ kind, postings }: JournalEntry): bigint {
  const into = (accounts: readonly AccountKind[]): bigint =>
    postings.reduce(
      (all, { account, amountMinor }) => (accounts.includes(account.kind) ? all + amountMinor : all),
      0n,
    );
  switch (kind) {
    case 'commitment':
    case 'release':
      return into(['committed']);
    case 'receipt':
    case 'accrual':
      return into(['accrued']);
    case 'requisition':
    case 'withdrawal':
    case 'lapse':
      return into(['reserved']);
    case 'recoding':
      return postings.reduce(
        (most, { account, amountMinor }) =>
          account.kind === 'actual' && amountMinor > most ? amountMinor : most,
        0n,
      );
    default:
      return into(['actual']);
  }
}

/** How the entry is called towards the others; undefined for what is only set aside. */
export function costKindOf(kind: EntryKind): 'commitment' | 'release' | 'actual' | undefined {
  switch (kind) {
    case 'commitment':
      return 'commitment';
    case 'release':
      return 'release';
    case 'receipt':
    case 'accrual':
    case 'invoice':
    case 'actual':
    case 'credit':
    case 'recoding':
      return 'actual';
    default:
      return undefined;
  }
}

/** Whether it is cost of a day, which moves the status date. */
export function countsAsCost(kind: EntryKind): boolean {
  return costKindOf(kind) === 'actual';
}
