import type { CostCommand } from '../ledger/command.js';
import { openMinor } from '../ledger/ledger.js';
import type { Commitment } from '../ledger/ledger.js';

/** An order or invoice of an outside system. A negative amount cuts an order or is a credit note. */
export interface CostDocument {
  readonly kind: 'order' | 'invoice';
  /** The order it belongs to, or the document's own key when it has none. */
  readonly orderKey: string;
  readonly documentKey: string;
  readonly projectCode: string;
  readonly wbs?: string;
  readonly amountMinor: bigint;
  readonly currency: string;
  readonly postedOn: string;
}

interface Place {
  readonly entryId: string;
  readonly budgetId: string;
  /** What is known of the document's order, if anything. */
  readonly commitment: Commitment | undefined;
}

/**
 * What a document does to the ledger. All of it are facts: an order is placed and an invoice is owed, whatever is
 * available. An invoice uses up its order before it is new cost.
 *
 * @returns undefined where there is nothing to post: a zero amount, or a cut of an order of which nothing is open
 */
export function commandOfDocument(document: CostDocument, place: Place): CostCommand | undefined {
  if (document.amountMinor === 0n) return undefined;
  return document.kind === 'order' ? commandOfOrder(document, place) : commandOfInvoice(document, place);
}

function commandOfOrder(document: CostDocument, place: Place): CostCommand | undefined {
  const { amountMinor, orderKey } = document;
  const { budgetId, commitment } = place;
  if (amountMinor > 0n) {
    const kind = commitment ? 'raise-commitment' : 'commit';
    const order = { commitmentId: orderKey, budgetId, amountMinor, basis: 'fact' as const };
    return { ...headingOf(document, place), kind, ...order };
  }
  const open = commitment ? openMinor(commitment) : 0n;
  if (open === 0n) return undefined;
  const cut = -amountMinor < open ? -amountMinor : open;
  return {
    ...headingOf(document, place),
    kind: 'release-commitment',
    commitmentId: orderKey,
    amountMinor: cut,
  };
}

function commandOfInvoice(document: CostDocument, place: Place): CostCommand {
  const { amountMinor, orderKey } = document;
  const { budgetId, commitment } = place;
  const heading = { ...headingOf(document, place), basis: 'fact' as const };
  if (amountMinor < 0n) return { ...heading, kind: 'credit-actual', budgetId, amountMinor: -amountMinor };
  if (!commitment) return { ...heading, kind: 'post-actual', budgetId, amountMinor };
  return { ...heading, kind: 'invoice', commitmentId: orderKey, amountMinor, isFinal: false };
}

function headingOf({ postedOn, currency, documentKey }: CostDocument, { entryId }: Place) {
  return { entryId, on: postedOn, currency, reference: documentKey };
}
