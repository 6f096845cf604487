import { describe, expect, test } from '@jest/globals';
import {
  AccountingPeriodChanged,
  CommitmentRecorded,
  DocumentReversed,
  InvoicePosted,
  JournalPosted,
  OrderChanged,
  ReceiptPosted,
  RequisitionEnded,
  RequisitionRecorded,
  WorkerHired,
} from '@meridian/contracts-connectors';
import { systemOf, translateEvent } from './translate-event.js';

const invoice = {
  orderNumber: 'PO-1001',
  documentNumber: 'INV-7',
  projectCode: 'ERP-2',
  amount: '1234.50',
  currency: 'EUR',
  documentDate: '2026-11-02',
  postingDate: '2026-11-05',
};

describe('an ERP invoice', () => {
  test('becomes actual cost in exact minor units, with both of its dates and the key of its order', () => {
    expect(translateEvent({ source: '/group/erp', type: 'erp.invoice.posted.v1', data: invoice })).toEqual({
      verdict: 'accepted',
      translated: {
        contract: InvoicePosted,
        body: expect.objectContaining({
          orderKey: 'erp:PO-1001',
          documentKey: 'erp:INV-7',
          amountMinor: '123450',
          documentOn: '2026-11-02',
          postedOn: '2026-11-05',
        }),
      },
    });
  });

  test('without an order keeps its own key; a credit note is negative', () => {
    const { orderNumber: _none, ...rest } = invoice;
    const outcome = translateEvent({
      source: 'erp',
      type: 'erp.invoice.posted.v1',
      data: { ...rest, amount: '-10.00' },
    });
    expect(outcome).toMatchObject({ translated: { body: { orderKey: 'erp:INV-7', amountMinor: '-1000' } } });
  });

  test('in yen has no minor digits, so decimals are parked with the reason', () => {
    const data = { ...invoice, amount: '100.50', currency: 'JPY' };
    expect(translateEvent({ source: 'erp', type: 'erp.invoice.posted.v1', data })).toMatchObject({
      verdict: 'parked',
      reason: expect.stringContaining('JPY'),
    });
  });
});

const paper = {
  documentNumber: 'D-1',
  projectCode: 'ERP-2',
  amount: '10.00',
  currency: 'EUR',
  documentDate: '2026-11-02',
  postingDate: '2026-11-05',
};
const translatedOf = (type: string, data: object) => translateEvent({ source: '/sap/erp', type, data });

test.each([
  [
    'erp.requisition.recorded.v1',
    { ...paper, requisitionNumber: 'PR-1', validUntil: '2026-12-31' },
    RequisitionRecorded,
    { requisitionKey: 'erp:PR-1', documentKey: 'erp:D-1', amountMinor: '1000', validUntil: '2026-12-31' },
  ],
  [
    'erp.requisition.ended.v1',
    { ...paper, requisitionNumber: 'PR-1', outcome: 'rejected' },
    RequisitionEnded,
    { requisitionKey: 'erp:PR-1', outcome: 'rejected', postedOn: '2026-11-05' },
  ],
  [
    'erp.commitment.recorded.v1',
    { ...paper, orderNumber: 'PO-1', requisitionNumber: 'PR-1' },
    CommitmentRecorded,
    { orderKey: 'erp:PO-1', requisitionKey: 'erp:PR-1' },
  ],
  [
    'erp.order.changed.v1',
    { ...paper, orderNumber: 'PO-1', amount: '-2.50' },
    OrderChanged,
    { orderKey: 'erp:PO-1', amountMinor: '-250' },
  ],
  ['erp.receipt.posted.v1', { ...paper, orderNumber: 'PO-1' }, ReceiptPosted, { orderKey: 'erp:PO-1' }],
  [
    'erp.journal.posted.v1',
    { ...paper, journalKind: 'accrual', reversalDate: '2026-12-01' },
    JournalPosted,
    { isAccrual: true, reversesOn: '2026-12-01' },
  ],
  ['erp.journal.posted.v1', { ...paper, journalKind: 'correction' }, JournalPosted, { isAccrual: false }],
  [
    'erp.document.reversed.v1',
    { ...paper, reversedKind: 'receipt', reversedDocumentNumber: 'GR-1', orderNumber: 'PO-1' },
    DocumentReversed,
    { orderKey: 'erp:PO-1', reversedKind: 'receipt', reversedDocumentKey: 'erp:GR-1' },
  ],
  [
    'erp.document.reversed.v1',
    { ...paper, reversedKind: 'journal', reversedDocumentNumber: 'JV-1' },
    DocumentReversed,
    { orderKey: 'erp:JV-1', reversedKind: 'journal' },
  ],
  [
    'erp.period.closed.v1',
    { calendar: 'K4', period: '2026-11' },
    AccountingPeriodChanged,
    { periodKey: 'erp:K4:2026-11', calendarName: 'K4', isClosed: true },
  ],
  [
    'erp.period.opened.v1',
    { calendar: 'K4', period: '2026-11', date: '2026-12-09' },
    AccountingPeriodChanged,
    { isClosed: false, changedOn: '2026-12-09' },
  ],
])('%s is translated with its keys made those of the system', (type, data, contract, body) => {
  const outcome = translatedOf(type, data);
  expect(outcome).toEqual({
    verdict: 'accepted',
    translated: { contract, body: expect.objectContaining(body) },
  });
});

test('a journal that says neither correction nor accrual, and a reversal of what cannot be reversed, are parked', () => {
  for (const [type, data] of [
    ['erp.journal.posted.v1', { ...paper, journalKind: 'other' }],
    ['erp.document.reversed.v1', { ...paper, reversedKind: 'order', reversedDocumentNumber: 'PO-1' }],
  ] as const) {
    expect(translatedOf(type, data)).toMatchObject({ verdict: 'parked' });
  }
});

test('a hired person works full time and for the organisation unless the feed says otherwise', () => {
  const data = {
    employeeNumber: '4711',
    name: 'Tom Jensen',
    role: 'Engineer',
    orgUnit: 'IT',
    effectiveOn: '2026-01-01',
  };
  expect(translateEvent({ source: 'urn:workday:hr', type: 'hr.worker.hired.v1', data })).toMatchObject({
    translated: {
      contract: WorkerHired,
      body: { workerKey: 'hr:4711', ftePercent: 100, isContractor: false },
    },
  });
});

test('an unknown type is parked with the types that are known', () => {
  expect(translateEvent({ source: 'crm', type: 'crm.deal.won.v1', data: {} })).toMatchObject({
    verdict: 'parked',
    reason: expect.stringContaining('hr.worker.hired.v1'),
  });
});

test('data of another shape is parked with every field named', () => {
  const outcome = translateEvent({
    source: 'hr',
    type: 'hr.leave.approved.v1',
    data: { employeeNumber: 4711 },
  });
  expect(outcome).toMatchObject({ verdict: 'parked' });
  expect(JSON.stringify(outcome)).toMatch(/employeeNumber.*leaveId.*from.*to/s);
});

test('leave that ends before it starts is parked', () => {
  const data = { employeeNumber: '1', leaveId: 'L1', from: '2026-12-10', to: '2026-12-01' };
  expect(translateEvent({ source: 'hr', type: 'hr.leave.approved.v1', data })).toMatchObject({
    verdict: 'parked',
    reason: 'The leave ends on 2026-12-01, before it starts on 2026-12-10.',
  });
});

test.each([
  ['/sap/ERP', 'erp'],
  ['urn:workday:hr', 'hr'],
  ['erp', 'erp'],
])('source %s is system %s', (source, system) => expect(systemOf(source)).toBe(system));
