import { describe, expect, test } from '@jest/globals';
import { keyOf, outcomeOf } from './cost-document.js';
import type { CostDocument, DocumentPlace } from './cost-document.js';

const document: CostDocument = {
  kind: 'invoice',
  orderKey: 'erp:PO-1',
  documentKey: 'erp:INV-1',
  projectCode: 'P-1',
  amountMinor: 100n,
  currency: 'EUR',
  postedOn: '2026-03-02',
};
const order: CostDocument = { ...document, kind: 'order', documentKey: 'erp:PO-1' };
const commitment = {
  commitmentId: 'erp:PO-1',
  budgetId: 'p',
  period: 'whole',
  committedMinor: 100n,
  invoicedMinor: 70n,
  releasedMinor: 0n,
  accruedMinor: 0n,
};
const place: DocumentPlace = {
  entryId: 'e1',
  budgetId: 'p',
  commitment: undefined,
  reservation: undefined,
  isOrdered: false,
  receivedMinor: 0n,
};
const reservation = {
  reservationId: 'erp:PR-1',
  budgetId: 'p',
  period: 'whole',
  reservedMinor: 100n,
  usedMinor: 0n,
  returnedMinor: 0n,
};
const commandOf = (one: CostDocument, at: Partial<DocumentPlace> = {}) => {
  const outcome = outcomeOf(one, { ...place, ...at });
  return outcome.does === 'post' ? outcome.command : outcome;
};

describe('a document of an outside system', () => {
  test('an invoice without an order is cost, with one it uses the order up', () => {
    expect(commandOf(document)).toMatchObject({ kind: 'post-actual', basis: 'fact' });
    expect(commandOf(document, { commitment })).toMatchObject({
      kind: 'invoice',
      commitmentId: 'erp:PO-1',
      amountMinor: 100n,
      isFinal: false,
    });
  });

  test('a negative invoice is a credit of the same size', () => {
    const credit = commandOf({ ...document, amountMinor: -40n }, { commitment });
    expect(credit).toMatchObject({ kind: 'credit-actual', budgetId: 'p', amountMinor: 40n, basis: 'fact' });
  });

  test('an order is committed once and raised afterwards', () => {
    expect(commandOf(order)).toMatchObject({ kind: 'commit', commitmentId: 'erp:PO-1', basis: 'fact' });
    expect(commandOf(order, { commitment })).toMatchObject({ kind: 'raise-commitment' });
  });

  test('an order uses the requisition it was ordered from, as long as that holds money', () => {
    expect(commandOf(order, { reservation })).toMatchObject({ kind: 'commit', reservationId: 'erp:PR-1' });
    const used = { ...reservation, usedMinor: 100n };
    expect(commandOf(order, { reservation: used })).toMatchObject({
      kind: 'commit',
      reservationId: undefined,
    });
  });

  test('a cut order releases what is open of it at most', () => {
    for (const kind of ['order', 'order-change'] as const) {
      const cut = (amountMinor: bigint) => commandOf({ ...order, kind, amountMinor }, { commitment });
      expect(cut(-10n)).toMatchObject({ kind: 'release-commitment', amountMinor: 10n });
      expect(cut(-90n)).toMatchObject({ kind: 'release-commitment', amountMinor: 30n });
    }
  });

  test('changes and receipts of an order nobody knows wait for it', () => {
    const waiting = { does: 'wait', awaits: 'of erp:PO-1' };
    expect(commandOf({ ...order, amountMinor: -5n })).toEqual(waiting);
    expect(commandOf({ ...order, kind: 'order-change' })).toEqual(waiting);
    expect(commandOf({ ...order, kind: 'receipt' })).toEqual(waiting);
    expect(commandOf({ ...order, kind: 'receipt' }, { commitment, receivedMinor: 7n })).toMatchObject({
      kind: 'receive',
      basis: 'fact',
      receivedMinor: 7n,
    });
  });

  test('a requisition asks for money, unless it was ordered before it came', () => {
    const requisition: CostDocument = {
      ...order,
      kind: 'requisition',
      orderKey: 'erp:PR-1',
      validUntil: '2026-04-30',
    };
    expect(commandOf(requisition)).toMatchObject({
      kind: 'reserve-money',
      reservationId: 'erp:PR-1',
      expiresOn: '2026-04-30',
    });
    expect(commandOf(requisition, { isOrdered: true })).toEqual({ does: 'note' });
  });

  test('a requisition that ends gives back what it holds; it waits for one that did not come yet', () => {
    const end: CostDocument = { ...order, kind: 'withdrawal', orderKey: 'erp:PR-1', amountMinor: 0n };
    expect(commandOf(end, { reservation })).toMatchObject({ kind: 'withdraw-reservation' });
    expect(commandOf(end, { reservation: { ...reservation, usedMinor: 100n } })).toEqual({ does: 'note' });
    expect(commandOf(end)).toEqual({ does: 'wait', awaits: 'of erp:PR-1' });
    expect(commandOf(end, { isOrdered: true })).toEqual({ does: 'note' });
  });

  test('a journal corrects in either direction, an accrual is cost until it is taken back', () => {
    const journal: CostDocument = { ...document, kind: 'journal' };
    expect(commandOf(journal)).toMatchObject({ kind: 'post-actual', amountMinor: 100n });
    expect(commandOf({ ...journal, amountMinor: -5n })).toMatchObject({
      kind: 'credit-actual',
      amountMinor: 5n,
    });
    const accrual: CostDocument = { ...document, kind: 'accrual' };
    expect(commandOf(accrual)).toMatchObject({ kind: 'accrue', amountMinor: 100n, basis: 'fact' });
    expect(keyOf(accrual)).toBe(keyOf(journal));
  });
});
