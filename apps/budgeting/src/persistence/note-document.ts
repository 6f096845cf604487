import { keyOf } from '../domain/cost/cost-document.js';
import type { CostDocument } from '../domain/cost/cost-document.js';
import type { EntryKind } from '../domain/ledger/journal.js';
import { writeEntry } from './journal.js';
import type { Work } from './work.js';

/** A document that changes nothing any more is in the journal all the same, without postings: it was taken. */
export async function noteDocument(
  work: Work,
  document: CostDocument,
  { projectId, currency }: { readonly projectId: string; readonly currency: string },
): Promise<void> {
  const { kind, postedOn: on, documentKey: reference, orderKey, amountMinor } = document;
  const entryId = work.newId();
  const noted = { entryId, kind: kind as EntryKind, on, currency, reference, by: 'connectors', postings: [] };
  const place = { projectId, documentKey: keyOf(document), orderKey, amountMinor, recordedAt: work.now };
  await writeEntry(work.tx, noted, place);
}
