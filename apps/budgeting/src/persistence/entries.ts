import { changesOfEntry } from '../domain/ledger/entry-changes.js';
import type { EntryKind, JournalEntry } from '../domain/ledger/journal.js';
import { accountOf } from './books.js';
import type { Tx } from './database.js';

export interface KeptEntry {
  readonly entry: JournalEntry;
  readonly projectId: string;
  readonly amountMinor: bigint;
  readonly reversedBy?: string | undefined;
  readonly documentKey?: string | undefined;
}

/** How the document of a line of a timesheet begins. */
export const TIME_DOCUMENT = 'time ';

export function isOfTime({ documentKey }: Pick<KeptEntry, 'documentKey'>): boolean {
  return documentKey?.startsWith(TIME_DOCUMENT) ?? false;
}

/** How the document of an invoice ends that was booked anew when its order came. */
export const ON_ITS_ORDER = ' on its order';

/** What a document posted, as it stands now: an invoice that came before its order was booked anew on it. */
export async function entryOfDocument(tx: Tx, documentKey: string): Promise<KeptEntry | null> {
  const rows = await tx.journalEntry.findMany({
    where: { documentKey: { in: [documentKey, `${documentKey}${ON_ITS_ORDER}`] } },
    orderBy: { entryNo: 'desc' },
    select: { entryId: true },
    take: 1,
  });
  return rows[0] ? findEntry(tx, rows[0].entryId) : null;
}

/** An entry of the journal with all that it changed, or null. */
export async function findEntry(tx: Tx, entryId: string): Promise<KeptEntry | null> {
  const row = await tx.journalEntry.findUnique({
    where: { entryId },
    include: { postings: { orderBy: { line: 'asc' } } },
  });
  if (!row) return null;
  const reversal = await tx.journalEntry.findUnique({
    where: { reverses: entryId },
    select: { entryId: true },
  });
  const postings = row.postings.map((posting) => ({
    account: accountOf(posting),
    amountMinor: posting.amountMinor,
  }));
  const changes = changesOfEntry({
    postings,
    commitmentId: row.commitmentId ?? undefined,
    reservationId: row.reservationId ?? undefined,
  });
  const entry: JournalEntry = {
    entryId,
    kind: row.kind as EntryKind,
    on: row.postedOn,
    currency: row.currency,
    reference: row.reference,
    decision: row.decision ?? undefined,
    by: row.postedBy ?? undefined,
    reverses: row.reverses ?? undefined,
    postings,
    ...changes,
  };
  const { projectId, amountMinor } = row;
  const documentKey = row.documentKey ?? undefined;
  return { entry, projectId, amountMinor, reversedBy: reversal?.entryId, documentKey };
}
