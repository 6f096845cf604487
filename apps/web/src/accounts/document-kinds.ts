import type { PostDocument } from '@meridian/contracts-budgeting';

export type DocumentKind = PostDocument['documentKind'];

export type DocumentField =
  | 'orderId'
  | 'requisitionId'
  | 'nodeId'
  | 'toNodeId'
  | 'amount'
  | 'match'
  | 'expiresOn'
  | 'reversesOn'
  | 'isFinal'
  | 'exception';

interface DocumentForm {
  readonly word: string;
  /** What it does to the budget. */
  readonly effect: string;
  readonly fields: readonly DocumentField[];
  /** Those that may stay empty. */
  readonly free: readonly DocumentField[];
  /** What its own number, or that of what it belongs to, is called. */
  readonly number?: string;
  /** Its amount may be below zero. */
  readonly isSigned?: true;
}

/** The documents that are entered by hand, and what each of them asks. */
export const documentKinds: Readonly<Record<DocumentKind, DocumentForm>> = {
  requisition: {
    word: 'Requisition',
    effect: 'reserves money for an order to come',
    fields: ['orderId', 'nodeId', 'amount', 'expiresOn', 'exception'],
    free: ['expiresOn', 'exception'],
    number: 'Requisition number',
  },
  withdrawal: {
    word: 'Withdrawal of a requisition',
    effect: 'gives back what it still holds',
    fields: ['orderId'],
    free: [],
    number: 'Requisition number',
  },
  order: {
    word: 'Order',
    effect: 'commits money',
    fields: ['orderId', 'requisitionId', 'nodeId', 'amount', 'match', 'exception'],
    free: ['requisitionId', 'exception'],
    number: 'Order number',
  },
  'order-change': {
    word: 'Change of an order',
    effect: 'commits more, or less with an amount below zero',
    fields: ['orderId', 'amount', 'exception'],
    free: ['exception'],
    number: 'Order number',
    isSigned: true,
  },
  receipt: {
    word: 'Receipt',
    effect: 'what came is cost from now on',
    fields: ['orderId', 'amount'],
    free: [],
    number: 'Order number',
  },
  invoice: {
    word: 'Invoice',
    effect: 'is actual cost, and uses up its order first',
    fields: ['orderId', 'nodeId', 'amount', 'isFinal', 'exception'],
    free: ['orderId', 'isFinal', 'exception'],
    number: 'Order number, if it has one',
  },
  journal: {
    word: 'Journal',
    effect: 'corrects cost: adds, takes away with an amount below zero, or moves to another place',
    fields: ['nodeId', 'toNodeId', 'amount', 'exception'],
    free: ['toNodeId', 'exception'],
    isSigned: true,
  },
  accrual: {
    word: 'Accrual',
    effect: 'is cost of this period, taken back in the next one',
    fields: ['nodeId', 'amount', 'reversesOn', 'exception'],
    free: ['reversesOn', 'exception'],
  },
};
