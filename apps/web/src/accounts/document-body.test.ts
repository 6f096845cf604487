import { expect, test } from '@jest/globals';
import { documentBody, isAmount } from './document-body.js';
import type { DocumentDraft } from './document-body.js';

const draft: DocumentDraft = {
  orderId: ' PO-7 ',
  requisitionId: '',
  nodeId: 'steelwork',
  toNodeId: 'ground',
  amount: '1 250.50',
  match: 'three-way',
  expiresOn: '',
  reversesOn: '2027-02-01',
  isFinal: true,
  exception: '',
  postedOn: '2027-01-31',
  reference: 'Mill',
  decision: 'Accepted by Jon',
};
const always = { currency: 'EUR', postedOn: '2027-01-31', reference: 'Mill', decision: 'Accepted by Jon' };

test('a document says what its kind knows, and nothing that was left empty or belongs to another kind', () => {
  expect(documentBody('order', draft, 'EUR')).toEqual({
    documentKind: 'order',
    orderId: 'PO-7',
    nodeId: 'steelwork',
    amountMinor: '125050',
    match: 'three-way',
    ...always,
  });
  expect(documentBody('receipt', draft, 'EUR')).toEqual({
    documentKind: 'receipt',
    orderId: 'PO-7',
    amountMinor: '125050',
    ...always,
  });
  expect(documentBody('journal', draft, 'EUR')).toMatchObject({ nodeId: 'steelwork', toNodeId: 'ground' });
  expect(documentBody('accrual', draft, 'EUR')).toMatchObject({ reversesOn: '2027-02-01' });
  expect(documentBody('invoice', { ...draft, orderId: '' }, 'EUR')).not.toHaveProperty('orderId');
  expect(documentBody('withdrawal', draft, 'EUR')).not.toHaveProperty('amountMinor');
});

test('only changes of orders and journals are below zero, and nothing is nothing', () => {
  expect(isAmount('journal', '-20', 'EUR')).toBe(true);
  expect(isAmount('order-change', '-20', 'EUR')).toBe(true);
  expect(isAmount('invoice', '-20', 'EUR')).toBe(false);
  expect(isAmount('invoice', '0', 'EUR')).toBe(false);
  expect(isAmount('invoice', 'much', 'EUR')).toBe(false);
  expect(isAmount('invoice', '20.50', 'EUR')).toBe(true);
});
