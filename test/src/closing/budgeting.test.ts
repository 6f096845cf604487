import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  ClosingMoneyAnswered,
  MoveBudget,
  PostCommitment,
  PostDocument,
  ReverseEntry,
} from '@meridian/contracts-budgeting';
import { ServiceUnderTest } from '@meridian/testing';
import { TrialProject } from '../budgeting/trial-project.js';
import { anna, ClosingProject } from './closing-project.js';

const EUR = { currency: 'EUR', postedOn: '2026-02-02' };
let budgeting: ServiceUnderTest;

beforeAll(async () => {
  budgeting = await ServiceUnderTest.start('budgeting');
});
afterAll(() => budgeting?.end());

async function budgeted(contingencyMinor = '0') {
  const project = await TrialProject.planned(budgeting);
  await project.approve('10000000', { contingencyMinor });
  return { project, closing: new ClosingProject(budgeting, project.projectId) };
}

function answers({ projectId }: { readonly projectId: string }) {
  return budgeting.announced(ClosingMoneyAnswered, projectId);
}

test('an order keeps a project from being closed until its invoice is posted, whoever posts it', async () => {
  const { project, closing } = await budgeted();
  await project.order('PO-7', '500000');
  const closingId = await closing.start();
  await closing.start(closingId);
  expect(await answers(project)).toMatchObject([
    {
      closingId,
      verdict: 'open',
      openCount: 1,
      items: [
        {
          kind: 'commitment',
          itemId: expect.stringContaining('PO-7'),
          amountMinor: '500000',
          currency: 'EUR',
        },
      ],
    },
  ]);
  await project.invoice('INV-7', '500000', { orderKey: 'PO-7' });
  expect((await answers(project)).map(({ verdict }) => verdict)).toEqual(['open', 'clear']);
});

test('an order by hand opens the answer, its reversal clears it; at the end nothing is told any more', async () => {
  const { project, closing } = await budgeted();
  const { projectId } = project;
  const closingId = await closing.start();
  expect(await answers(project)).toMatchObject([{ verdict: 'clear', items: [] }]);
  const order = { projectId, amountMinor: '70000', reference: 'Last paint', ...EUR };
  const { postingId } = await budgeting.ask(anna, PostCommitment, order);
  expect((await answers(project)).at(-1)).toMatchObject({
    openCount: 1,
    items: [{ kind: 'commitment', name: 'Order Last paint', amountMinor: '70000' }],
  });
  const reversal = { entryId: postingId, postedOn: EUR.postedOn, decision: 'Not needed' };
  await budgeting.ask(anna, ReverseEntry, reversal);
  expect((await answers(project)).at(-1)).toMatchObject({ verdict: 'clear' });
  await closing.end(closingId);
  await budgeting.ask(anna, PostCommitment, { ...order, reference: 'More paint' });
  expect(await answers(project)).toHaveLength(3);
});

test('a receipt nobody invoiced, a requisition and a reserve are open money until they are settled', async () => {
  const { project, closing } = await budgeted('400000');
  const { projectId } = project;
  const document = (documentKind: PostDocument['documentKind'], orderId: string, amountMinor: string) =>
    budgeting.ask(anna, PostDocument, {
      projectId,
      documentKind,
      orderId,
      amountMinor,
      reference: orderId,
      decision: 'Buyer',
      ...EUR,
    });
  await document('order', 'O-1', '300000');
  await document('receipt', 'O-1', '300000');
  await document('requisition', 'R-1', '50000');
  await closing.start();
  expect(await answers(project)).toMatchObject([
    {
      openCount: 3,
      items: [
        { kind: 'accrual', name: 'Receipt of order O-1', amountMinor: '300000' },
        { kind: 'requisition', itemId: 'R-1', amountMinor: '50000' },
        { kind: 'reserve', name: 'Contingency', amountMinor: '400000' },
      ],
    },
  ]);
  await document('invoice', 'O-1', '300000');
  await document('withdrawal', 'R-1', '50000');
  const draw: MoveBudget = {
    movement: 'draw',
    reserve: 'contingency',
    fromNodeId: projectId,
    amountMinor: '400000',
    reference: 'Closing',
    decision: 'Board, 1 February',
    ...EUR,
  };
  await budgeting.ask(anna, MoveBudget, draw);
  expect((await answers(project)).map(({ openCount }) => openCount)).toEqual([3, 2, 1, 0]);
});

test('a document in another currency waits, and the closing shows it', async () => {
  const { project, closing } = await budgeted();
  await closing.start();
  await project.invoice('INV-USD', '900', { currency: 'USD' });
  expect((await answers(project)).at(-1)).toMatchObject({
    items: [{ kind: 'waiting-document', detail: 'currency-differs', amountMinor: '900', currency: 'USD' }],
  });
});

test('a project that never had money is clear, and only once it is known', async () => {
  const project = new ClosingProject(budgeting, randomUUID());
  await project.start();
  expect(await answers(project)).toEqual([]);
  await project.record('delivery');
  await project.record('closing');
  expect(await answers(project)).toMatchObject([{ verdict: 'clear' }]);
});
