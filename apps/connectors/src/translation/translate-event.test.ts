import { describe, expect, test } from '@jest/globals';
import { InvoicePosted, WorkerHired } from '@meridian/contracts-connectors';
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
