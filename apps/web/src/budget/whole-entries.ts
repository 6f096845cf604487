import type { LedgerLine } from '@meridian/contracts-budgeting';

export interface EntryPage {
  readonly lines: readonly LedgerLine[];
  /** Entries before this number come next; absent when there are none. */
  readonly before?: string;
}

/**
 * A page of a statement without the entry that its end may have cut through: all lines of it come with the next page. An
 * entry has few lines, a page many.
 */
export function wholeEntries(lines: readonly LedgerLine[], limit: number): EntryPage {
  const last = lines.at(-1);
  if (last === undefined || lines.length < limit) return { lines };
  const whole = lines.filter(({ entryNo }) => entryNo !== last.entryNo);
  if (whole.length === 0) return { lines, before: last.entryNo };
  return { lines: whole, before: String(BigInt(last.entryNo) + 1n) };
}

/** Entries that were taken back, by the entry that did it. */
export function reversedEntries(lines: readonly LedgerLine[]): ReadonlySet<string> {
  return new Set(lines.flatMap(({ reverses }) => reverses ?? []));
}
