import { describe, expect, test } from '@jest/globals';
import { commandOfDocument } from './cost-document.js';
import type { CostDocument } from './cost-document.js';

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
const place = { entryId: 'e1', budgetId: 'p', commitment: undefined };

describe('a document of an outside system', () => {
  test('an invoice without an order is cost, with one it uses the order up', () => {
    expect(commandOfDocument(document, place)).toMatchObject({ kind: 'post-actual', basis: 'fact' });
    expect(commandOfDocument(document, { ...place, commitment })).toMatchObject({
      kind: 'invoice',
      commitmentId: 'erp:PO-1',
      amountMinor: 100n,
      isFinal: false,
    });
  });

  test('a negative invoice is a credit of the same size', () => {
    const credit = commandOfDocument({ ...document, amountMinor: -40n }, { ...place, commitment });
    expect(credit).toMatchObject({ kind: 'credit-actual', budgetId: 'p', amountMinor: 40n, basis: 'fact' });
  });

  test('an order is committed once and raised afterwards', () => {
    expect(commandOfDocument(order, place)).toMatchObject({ kind: 'commit', commitmentId: 'erp:PO-1' });
    expect(commandOfDocument(order, { ...place, commitment })).toMatchObject({ kind: 'raise-commitment' });
  });

  test('a cut order releases what is open of it at most', () => {
    const cut = (amountMinor: bigint) =>
      commandOfDocument({ ...order, amountMinor }, { ...place, commitment });
    expect(cut(-10n)).toMatchObject({ kind: 'release-commitment', amountMinor: 10n });
    expect(cut(-90n)).toMatchObject({ kind: 'release-commitment', amountMinor: 30n });
  });

  test('nothing is posted for zero, nor for a cut of an order nobody knows', () => {
    expect(commandOfDocument({ ...document, amountMinor: 0n }, place)).toBeUndefined();
    expect(commandOfDocument({ ...order, amountMinor: -5n }, place)).toBeUndefined();
  });
});
