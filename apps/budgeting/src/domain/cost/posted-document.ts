import { multiplyMinor, ratioFromDecimal } from '@meridian/money';
import { Refusal } from '@meridian/refusal';
import type { LedgerCommand } from '../ledger/command.js';
import type { OrderTerms } from './invoice-match.js';

/** A document that a person posts: what the accounts call it, and what it says. */
export interface PostedDocument {
  readonly kind:
    'requisition' | 'withdrawal' | 'order' | 'order-change' | 'receipt' | 'invoice' | 'journal' | 'accrual';
  /** The project, or the control account or work package. */
  readonly budgetId: string;
  readonly toBudgetId?: string | undefined;
  readonly orderId?: string | undefined;
  readonly requisitionId?: string | undefined;
  readonly amountMinor?: bigint | undefined;
  readonly quantity?: string | undefined;
  readonly unitPriceMinor?: bigint | undefined;
  readonly isFinal?: boolean | undefined;
  readonly expiresOn?: string | undefined;
  readonly exception?: string | undefined;
}

interface Heading {
  readonly entryId: string;
  readonly on: string;
  readonly currency: string;
  readonly reference: string;
  readonly by: string;
  readonly decision: string;
}

/**
 * What a document does to the ledger.
 *
 * @param terms of the order it belongs to, if that has any
 * @throws Refusal `budgeting/document-incomplete`
 */
export function commandOfPosting(
  document: PostedDocument,
  heading: Heading,
  terms?: OrderTerms,
): LedgerCommand {
  const { budgetId, exception } = document;
  const asked = { ...heading, ...(exception === undefined ? {} : { exception }) };
  switch (document.kind) {
    case 'requisition': {
      const reservationId = named(document, 'orderId');
      const { expiresOn } = document;
      const amountMinor = amountOf(document, terms);
      return { ...asked, kind: 'reserve-money', reservationId, budgetId, amountMinor, expiresOn };
    }
    case 'withdrawal':
      return { ...heading, kind: 'withdraw-reservation', reservationId: named(document, 'orderId') };
    case 'order': {
      const commitmentId = named(document, 'orderId');
      const { requisitionId: reservationId } = document;
      const amountMinor = amountOf(document, terms);
      return { ...asked, kind: 'commit', commitmentId, budgetId, amountMinor, reservationId };
    }
    case 'order-change':
      return changeOfOrder(document, asked);
    case 'receipt': {
      const commitmentId = named(document, 'orderId');
      return { ...heading, kind: 'receive', commitmentId, amountMinor: amountOf(document, terms) };
    }
    case 'invoice':
      return invoiceOf(document, asked, terms);
    case 'journal':
      return journalOf(document, asked);
    case 'accrual': {
      const amountMinor = named(document, 'amountMinor');
      return { ...asked, kind: 'accrue', budgetId, amountMinor, basis: 'request' };
    }
  }
}

/** What a quantity costs at the order's price; undefined where the order has none. */
export function atOrderPrice(
  { quantity }: Pick<PostedDocument, 'quantity'>,
  terms: OrderTerms | undefined,
): bigint | undefined {
  if (quantity === undefined || terms?.unitPriceMinor === undefined) return undefined;
  return multiplyMinor(terms.unitPriceMinor, ratioFromDecimal(quantity));
}

type Asked = Heading & { readonly exception?: string };

function changeOfOrder(document: PostedDocument, heading: Asked): LedgerCommand {
  const commitmentId = named(document, 'orderId');
  const amountMinor = named(document, 'amountMinor');
  if (amountMinor > 0n) {
    return { ...heading, kind: 'raise-commitment', commitmentId, budgetId: document.budgetId, amountMinor };
  }
  return { ...heading, kind: 'release-commitment', commitmentId, amountMinor: -amountMinor };
}

function invoiceOf(document: PostedDocument, heading: Asked, terms: OrderTerms | undefined): LedgerCommand {
  const { orderId, budgetId, isFinal = false } = document;
  const amountMinor = named(document, 'amountMinor');
  if (orderId === undefined)
    return { ...heading, kind: 'post-actual', budgetId, amountMinor, basis: 'request' };
  const atOrderPriceMinor = atOrderPrice(document, terms);
  const invoiced = { amountMinor, atOrderPriceMinor, isFinal, basis: 'request' } as const;
  return { ...heading, kind: 'invoice', commitmentId: orderId, ...invoiced };
}

/** A journal corrects: cost that was missed, cost that was too much, or cost that belongs to another budget. */
function journalOf(document: PostedDocument, heading: Asked): LedgerCommand {
  const { budgetId, toBudgetId } = document;
  const amountMinor = named(document, 'amountMinor');
  const basis = 'request';
  if (toBudgetId !== undefined) {
    return { ...heading, kind: 'recode-actual', fromBudgetId: budgetId, toBudgetId, amountMinor, basis };
  }
  if (amountMinor < 0n)
    return { ...heading, kind: 'credit-actual', budgetId, amountMinor: -amountMinor, basis };
  return { ...heading, kind: 'post-actual', budgetId, amountMinor, basis };
}

function amountOf(document: PostedDocument, terms: OrderTerms | undefined): bigint {
  const own = document.unitPriceMinor ?? terms?.unitPriceMinor;
  if (document.amountMinor !== undefined) return document.amountMinor;
  if (document.quantity !== undefined && own !== undefined) {
    return multiplyMinor(own, ratioFromDecimal(document.quantity));
  }
  return named(document, 'amountMinor');
}

function named<F extends 'orderId' | 'amountMinor'>(
  document: PostedDocument,
  field: F,
): NonNullable<PostedDocument[F]> {
  const value = document[field];
  if (value !== undefined) return value as NonNullable<PostedDocument[F]>;
  const needed =
    field === 'amountMinor' ? 'an amount, or a quantity and a price per unit' : 'the id of its order';
  throw new Refusal('budgeting/document-incomplete', `A ${document.kind} needs ${needed}.`, {
    kind: 'unprocessable',
    details: { field },
  });
}
