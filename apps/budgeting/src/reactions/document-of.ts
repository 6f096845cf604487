import type { CommitmentRecorded, InvoicePosted } from '@meridian/contracts-connectors';
import { minorFromWire } from '@meridian/money';
import type { CostDocument } from '../domain/cost/cost-document.js';

/** A document of an outside system as the domain reads it. */
export function documentOf(
  kind: CostDocument['kind'],
  event: CommitmentRecorded | InvoicePosted,
): CostDocument {
  const { orderKey, documentKey, projectCode, wbs, amountMinor, currency, postedOn } = event;
  return {
    kind,
    orderKey,
    documentKey,
    projectCode,
    ...(wbs === undefined ? {} : { wbs }),
    amountMinor: minorFromWire(amountMinor),
    currency,
    postedOn,
  };
}
