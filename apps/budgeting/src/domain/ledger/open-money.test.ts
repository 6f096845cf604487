import { expect, test } from '@jest/globals';
import { openMoney, type HeldMoney } from './open-money.js';

const NOTHING: HeldMoney = {
  currency: 'EUR',
  orders: [],
  accruals: [],
  reservations: [],
  reserves: [],
  waiting: [],
};

test('an order is open with what is neither received nor invoiced, and what was received waits for its invoice', () => {
  const orders = [
    { commitmentId: 'PO-7', reference: 'Steel', openMinor: 70_000n, accruedMinor: 30_000n },
    { commitmentId: 'PO-8', reference: 'Crane', openMinor: 0n, accruedMinor: 0n },
  ];
  expect(openMoney({ ...NOTHING, orders })).toEqual([
    { kind: 'commitment', name: 'Order Steel', itemId: 'PO-7', amountMinor: '70000', currency: 'EUR' },
    {
      kind: 'accrual',
      name: 'Receipt of order Steel',
      itemId: 'PO-7',
      amountMinor: '30000',
      currency: 'EUR',
    },
  ]);
});

test('an accrual is open until somebody takes it back', () => {
  const accruals = [{ entryId: 'E-1', reference: 'Crane, November', amountMinor: 9_000n }];
  expect(openMoney({ ...NOTHING, accruals })).toMatchObject([
    { kind: 'accrual', name: 'Accrual Crane, November', itemId: 'E-1', amountMinor: '9000' },
  ]);
});

test('a requisition is open with what it still holds, a reserve with its balance', () => {
  const requisition = { reservationId: 'R-1', reservedMinor: 500n, usedMinor: 200n, returnedMinor: 100n };
  const used = { ...requisition, reservationId: 'R-2', returnedMinor: 300n };
  const reserves = [
    { kind: 'contingency' as const, balanceMinor: 400n },
    { kind: 'management-reserve' as const, balanceMinor: 0n },
  ];
  expect(openMoney({ ...NOTHING, reservations: [requisition, used], reserves })).toMatchObject([
    { kind: 'requisition', itemId: 'R-1', amountMinor: '200' },
    { kind: 'reserve', name: 'Contingency', amountMinor: '400' },
  ]);
});

test('a document that could not be posted is told in its own currency, with the reason', () => {
  const document = {
    documentKey: 'invoice I-9',
    amountMinor: 100n,
    currency: 'USD',
    reason: 'currency-differs',
  };
  expect(openMoney({ ...NOTHING, waiting: [document] })).toEqual([
    {
      kind: 'waiting-document',
      name: 'Document invoice I-9',
      itemId: 'invoice I-9',
      detail: 'currency-differs',
      amountMinor: '100',
      currency: 'USD',
    },
  ]);
});

test('where nothing is ordered or held, nothing is open', () => {
  expect(openMoney(NOTHING)).toEqual([]);
});
