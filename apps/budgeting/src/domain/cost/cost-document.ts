import { isOpen } from '../ledger/reservation.js';
import type { Reservation } from '../ledger/reservation.js';
import type { LedgerCommand } from '../ledger/command.js';
import { openMinor } from '../ledger/ledger.js';
import type { Commitment } from '../ledger/ledger.js';

/** A document of an outside system. A negative amount cuts an order or is a credit note. */
export interface CostDocument {
  readonly kind:
    | 'requisition'
    | 'withdrawal'
    | 'order'
    | 'order-change'
    | 'receipt'
    | 'invoice'
    | 'journal'
    | 'accrual'
    | 'reversal';
  /** The requisition or order it belongs to, or the document's own key when it has none. */
  readonly orderKey: string;
  readonly documentKey: string;
  readonly projectCode: string;
  readonly wbs?: string;
  readonly amountMinor: bigint;
  readonly currency: string;
  readonly postedOn: string;
  /** Of an order: the requisition it was ordered from. */
  readonly requisitionKey?: string;
  /** Of a requisition: its last day. */
  readonly validUntil?: string;
  /** Of an accrual: the day it is taken back on; the first of the next period when left out. */
  readonly reversesOn?: string;
  /** Of a reversal: what it cancels, as {@link keyOf} names it. */
  readonly reverses?: string;
}

/** What is known of a document's order and requisition. */
export interface DocumentPlace {
  readonly entryId: string;
  readonly budgetId: string;
  readonly commitment: Commitment | undefined;
  /** The requisition that an order names, or the requisition itself. */
  readonly reservation: Reservation | undefined;
  /** Of a requisition: whether an order was placed from it before it came here. */
  readonly isOrdered: boolean;
  /** Of a receipt: what the receipts of its order said before. */
  readonly receivedMinor: bigint;
}

/** What becomes of a document: it is posted; noted, since it changes nothing any more; or it waits for what it belongs to. */
export type DocumentOutcome =
  | { readonly does: 'post'; readonly command: LedgerCommand }
  | { readonly does: 'note' }
  | { readonly does: 'wait'; readonly awaits: string };

/** Order and invoice may carry the same number in their system; an accrual is a journal there. */
export function keyOf({ kind, documentKey }: Pick<CostDocument, 'kind' | 'documentKey'>): string {
  return `${kind === 'accrual' ? 'journal' : kind} ${documentKey}`;
}

/** What waits for a requisition or an order waits for this. */
export function keyOfOrder(orderKey: string): string {
  return `of ${orderKey}`;
}

/** A requisition that waits for money waits for this as well: an order from it settles it. */
export function keyOfOrderFrom(requisitionKey: string): string {
  return `order from ${requisitionKey}`;
}

/** What a document brings that others may wait for. */
export function broughtBy(document: CostDocument): readonly string[] {
  const { kind, orderKey, requisitionKey } = document;
  const isOrder = kind === 'order' || kind === 'requisition';
  return [
    keyOf(document),
    ...(isOrder ? [keyOfOrder(orderKey)] : []),
    ...(requisitionKey === undefined ? [] : [keyOfOrderFrom(requisitionKey)]),
  ];
}

/**
 * What a document does to the ledger. Requisitions are asked for, so the policy of the budget can stop them; all others are
 * facts: an order is placed and an invoice is owed, whatever is available. An invoice uses up its order before it is new cost.
 */
export function outcomeOf(document: CostDocument, place: DocumentPlace): DocumentOutcome {
  switch (document.kind) {
    case 'requisition':
      return place.isOrdered ? NOTED : post(requisitionOf(document, place));
    case 'withdrawal':
      return withdrawalOf(document, place);
    case 'order':
    case 'order-change':
      return orderOf(document, place);
    case 'receipt':
      return receiptOf(document, place);
    case 'invoice':
      return post(invoiceOf(document, place));
    case 'journal':
      return post(journalOf(document, place));
    case 'accrual': {
      const { amountMinor } = document;
      const { budgetId } = place;
      return post({ ...headingOf(document, place), kind: 'accrue', budgetId, amountMinor, basis: 'fact' });
    }
    case 'reversal':
      return { does: 'wait', awaits: document.reverses ?? '' };
  }
}

const NOTED: DocumentOutcome = { does: 'note' };

function requisitionOf(document: CostDocument, place: DocumentPlace): LedgerCommand {
  const { amountMinor, orderKey: reservationId, validUntil: expiresOn } = document;
  const { budgetId } = place;
  return {
    ...headingOf(document, place),
    kind: 'reserve-money',
    reservationId,
    budgetId,
    amountMinor,
    expiresOn,
  };
}

function withdrawalOf(document: CostDocument, place: DocumentPlace): DocumentOutcome {
  const { orderKey: reservationId } = document;
  const { reservation, isOrdered } = place;
  if (reservation === undefined && !isOrdered) return { does: 'wait', awaits: keyOfOrder(reservationId) };
  if (reservation === undefined || !isOpen(reservation)) return NOTED;
  return post({ ...headingOf(document, place), kind: 'withdraw-reservation', reservationId });
}

function orderOf(document: CostDocument, place: DocumentPlace): DocumentOutcome {
  const { amountMinor, orderKey: commitmentId, kind } = document;
  const { budgetId, commitment, reservation } = place;
  const heading = headingOf(document, place);
  const order = { ...heading, commitmentId, budgetId, amountMinor, basis: 'fact' as const };
  if (commitment === undefined) {
    if (kind === 'order-change' || amountMinor < 0n)
      return { does: 'wait', awaits: keyOfOrder(commitmentId) };
    const reservationId = reservation && isOpen(reservation) ? reservation.reservationId : undefined;
    return post({ ...order, kind: 'commit', reservationId });
  }
  if (amountMinor > 0n) return post({ ...order, kind: 'raise-commitment' });
  const open = openMinor(commitment);
  // A cut of what is not open any more is shown instead of lost.
  if (open === 0n) return { does: 'wait', awaits: keyOfOrder(commitmentId) };
  const cut = -amountMinor < open ? -amountMinor : open;
  return post({ ...heading, kind: 'release-commitment', commitmentId, amountMinor: cut });
}

function receiptOf(document: CostDocument, place: DocumentPlace): DocumentOutcome {
  const { amountMinor, orderKey: commitmentId } = document;
  const { commitment, receivedMinor } = place;
  if (commitment === undefined) return { does: 'wait', awaits: keyOfOrder(commitmentId) };
  const received = { commitmentId, amountMinor, basis: 'fact' as const, receivedMinor };
  return post({ ...headingOf(document, place), kind: 'receive', ...received });
}

function invoiceOf(document: CostDocument, place: DocumentPlace): LedgerCommand {
  const { amountMinor, orderKey } = document;
  if (amountMinor < 0n || !place.commitment) return journalOf(document, place);
  const invoiced = { commitmentId: orderKey, amountMinor, isFinal: false, basis: 'fact' as const };
  return { ...headingOf(document, place), kind: 'invoice', ...invoiced };
}

function journalOf(document: CostDocument, place: DocumentPlace): LedgerCommand {
  const { amountMinor } = document;
  const { budgetId } = place;
  const heading = { ...headingOf(document, place), basis: 'fact' as const, budgetId };
  if (amountMinor < 0n) return { ...heading, kind: 'credit-actual', amountMinor: -amountMinor };
  return { ...heading, kind: 'post-actual', amountMinor };
}

function headingOf({ postedOn, currency, documentKey }: CostDocument, { entryId }: DocumentPlace) {
  return { entryId, on: postedOn, currency, reference: documentKey };
}

function post(command: LedgerCommand): DocumentOutcome {
  return { does: 'post', command };
}
