import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PostDocument, WaitingDocuments } from '@meridian/contracts-budgeting';
import { eventually, ServiceUnderTest } from '@meridian/testing';
import { fundedHouse, moneyOf, waitingOf } from './funded-house.js';
import type { TrialAccounts } from './trial-accounts.js';
import { anna } from './trial-project.js';
import type { TrialProject } from './trial-project.js';

let budgeting: ServiceUnderTest;

beforeAll(async () => {
  budgeting = await ServiceUnderTest.start('budgeting');
});
afterAll(() => budgeting.end());

const house = (amountMinor?: string) => fundedHouse(budgeting, amountMinor);
const money = (project: TrialProject) => moneyOf(budgeting, project);
const waiting = (project: TrialProject) => waitingOf(budgeting, project);

describe('a requisition', () => {
  test('sets money aside, its order uses it, and what is left over is available again', async () => {
    const { project, accounts } = await house();
    await accounts.requisition('PR-1', '600');
    expect(await money(project)).toEqual({ actual: 0, promised: 600, available: 400 });
    await accounts.order('PO-1', '500', 'PR-1');
    expect(await money(project)).toEqual({ actual: 0, promised: 500, available: 500 });
    // It ended with its order: nothing is given back twice.
    await accounts.endRequisition('PR-1');
    expect(await money(project)).toEqual({ actual: 0, promised: 500, available: 500 });
    expect(await waiting(project)).toEqual([]);
  });

  test('that is rejected or withdrawn gives its money back, also when its end is told first', async () => {
    const { project, accounts } = await house();
    await accounts.endRequisition('PR-1', 'rejected');
    expect(await waiting(project)).toMatchObject([{ reason: 'order-unknown' }]);
    await accounts.requisition('PR-1', '600');
    expect(await money(project)).toEqual({ actual: 0, promised: 0, available: 1_000 });
    expect(await waiting(project)).toEqual([]);
  });

  test('beyond what is available waits, and has its money when the budget is raised', async () => {
    const { project, accounts } = await house();
    await accounts.requisition('PR-1', '1001');
    const { projectId, manager } = project;
    const { documents } = await budgeting.ask(manager, WaitingDocuments, { projectId });
    expect(documents).toMatchObject([
      {
        document: `requisition ${accounts.key('PR-1')}`,
        amountMinor: '1001',
        reason: 'budget-exceeded',
        sentence: expect.stringContaining('1000 is available'),
      },
    ]);
    await expect(budgeting.ask(manager, WaitingDocuments, {})).rejects.toMatchObject({
      code: 'budgeting/approver-needed',
    });
    expect((await budgeting.ask(anna, WaitingDocuments, {})).documents).toEqual(
      expect.arrayContaining(documents.map((one) => expect.objectContaining({ document: one.document }))),
    );
    await project.approve('1500');
    expect(await money(project)).toEqual({ actual: 0, promised: 1_001, available: 499 });
    expect(await waiting(project)).toEqual([]);
  });

  test('that waits for money is settled by its order, or by its end', async () => {
    const { project, accounts } = await house();
    await accounts.requisition('PR-1', '1001');
    await accounts.requisition('PR-2', '1002');
    await accounts.order('PO-1', '1001', 'PR-1');
    await accounts.endRequisition('PR-2');
    expect(await waiting(project)).toEqual([]);
    await project.approve('5000');
    expect(await money(project)).toEqual({ actual: 0, promised: 1_001, available: 3_999 });
  });

  test('that comes after its order sets nothing aside', async () => {
    const { project, accounts } = await house();
    await accounts.order('PO-1', '500', 'PR-1');
    await accounts.requisition('PR-1', '500');
    expect(await money(project)).toEqual({ actual: 0, promised: 500, available: 500 });
  });
});

describe('an order', () => {
  test('grows and is cut by the difference; a change before it waits for it', async () => {
    const { project, accounts } = await house();
    await accounts.changeOrder('PO-1', 'PO-1/1', '200');
    expect(await money(project)).toEqual({ actual: 0, promised: 0, available: 1_000 });
    expect(await waiting(project)).toMatchObject([{ reason: 'order-unknown' }]);
    await accounts.order('PO-1', '500');
    expect(await money(project)).toEqual({ actual: 0, promised: 700, available: 300 });
    await accounts.changeOrder('PO-1', 'PO-1/2', '-300');
    await accounts.changeOrder('PO-1', 'PO-1/2', '-300');
    expect(await money(project)).toEqual({ actual: 0, promised: 400, available: 600 });
    expect(await waiting(project)).toEqual([]);
  });

  test('that is placed by hand takes what the accounts sent for it', async () => {
    const { project, accounts } = await house();
    await accounts.receipt('PO-1', 'GR-1', '300');
    const order = { documentKind: 'order' as const, orderId: accounts.key('PO-1'), amountMinor: '500' };
    const said = { currency: 'EUR', postedOn: '2026-01-15', reference: 'PO-1', decision: 'Approved' };
    await budgeting.ask(anna, PostDocument, { projectId: project.projectId, ...order, ...said });
    expect(await money(project)).toEqual({ actual: 300, promised: 200, available: 500 });
    expect(await waiting(project)).toEqual([]);
  });
});

describe('receipts and invoices of an order', () => {
  const steps: Readonly<Record<string, (accounts: TrialAccounts) => Promise<void>>> = {
    order: (accounts) => accounts.order('PO-1', '500'),
    receipt: (accounts) => accounts.receipt('PO-1', 'GR-1', '300'),
    invoice: (accounts) => accounts.invoice('PO-1', 'INV-1', '200'),
  };

  test.each([
    ['order, receipt, invoice'],
    ['order, invoice, receipt'],
    ['invoice, order, receipt'],
    ['receipt, invoice, order'],
    ['invoice, receipt, order'],
    ['receipt, order, invoice'],
  ])('come to the same as %s', async (names) => {
    const { project, accounts } = await house();
    for (const name of names.split(', ')) {
      await steps[name]?.(accounts);
      await steps[name]?.(accounts);
    }
    // 300 received, 200 of it invoiced: 300 is cost, 200 of the order is still to come.
    expect(await money(project)).toEqual({ actual: 300, promised: 200, available: 500 });
    const [order] = await budgeting.rows(
      `SELECT invoiced_minor::int AS invoiced, accrued_minor::int AS accrued, released_minor::int AS released
         FROM commitment WHERE project_id = $1::uuid`,
      project.projectId,
    );
    expect(order).toEqual({ invoiced: 200, accrued: 100, released: 0 });
    expect(await waiting(project)).toEqual([]);
  });

  test('an invoice is cost before its order is known', async () => {
    const { project, accounts } = await house();
    await accounts.invoice('PO-1', 'INV-1', '200');
    expect(await money(project)).toEqual({ actual: 200, promised: 0, available: 800 });
  });
});

describe('a reversal', () => {
  test('takes back a receipt, an invoice and a journal, each once', async () => {
    const { project, accounts } = await house();
    await accounts.order('PO-1', '500');
    await accounts.receipt('PO-1', 'GR-1', '300');
    await accounts.reversal('receipt', 'GR-1', 'PO-1');
    await accounts.reversal('receipt', 'GR-1', 'PO-1');
    expect(await money(project)).toEqual({ actual: 0, promised: 500, available: 500 });
    await accounts.invoice('PO-1', 'INV-1', '200');
    await accounts.reversal('invoice', 'INV-1', 'PO-1');
    expect(await money(project)).toEqual({ actual: 0, promised: 500, available: 500 });
    await accounts.journal('JV-1', '50');
    expect(await money(project)).toEqual({ actual: 50, promised: 500, available: 450 });
    await accounts.reversal('journal', 'JV-1');
    expect(await money(project)).toEqual({ actual: 0, promised: 500, available: 500 });
    expect(await waiting(project)).toEqual([]);
  });

  test('of an invoice that came before its order gives the order its money back', async () => {
    const { project, accounts } = await house();
    await accounts.invoice('PO-1', 'INV-1', '200');
    await accounts.order('PO-1', '500');
    expect(await money(project)).toEqual({ actual: 200, promised: 300, available: 500 });
    await accounts.reversal('invoice', 'INV-1', 'PO-1');
    expect(await money(project)).toEqual({ actual: 0, promised: 500, available: 500 });
  });

  test('that comes before what it cancels waits for it', async () => {
    const { project, accounts } = await house();
    await accounts.reversal('journal', 'JV-1');
    expect(await waiting(project)).toMatchObject([{ reason: 'document-unknown' }]);
    await accounts.journal('JV-1', '50');
    expect(await money(project)).toEqual({ actual: 0, promised: 0, available: 1_000 });
    expect(await waiting(project)).toEqual([]);
  });

  test('of what was used since is shown with its reason', async () => {
    const { project, accounts } = await house();
    await accounts.order('PO-1', '500');
    await accounts.receipt('PO-1', 'GR-1', '300');
    await accounts.invoice('PO-1', 'INV-1', '300');
    await accounts.reversal('receipt', 'GR-1', 'PO-1');
    expect(await waiting(project)).toMatchObject([{ reason: 'commitment-in-use' }]);
    expect(await money(project)).toEqual({ actual: 300, promised: 200, available: 500 });
  });
});

describe('a journal', () => {
  test('corrects cost in either direction', async () => {
    const { project, accounts } = await house();
    await accounts.journal('JV-1', '80');
    await accounts.journal('JV-2', '-30');
    expect(await money(project)).toEqual({ actual: 50, promised: 0, available: 950 });
  });

  test('that accrues is cost until the next period begins, and then is taken back by itself', async () => {
    const { project, accounts } = await house();
    await accounts.journal('AC-1', '80', { isAccrual: true, reversesOn: '2099-01-01' });
    expect(await money(project)).toEqual({ actual: 80, promised: 0, available: 920 });
    // Without a day it ends on 1 February 2026, which has come.
    await accounts.journal('AC-2', '20', { isAccrual: true });
    await eventually(async () =>
      expect(await money(project)).toEqual({ actual: 80, promised: 0, available: 920 }),
    );
    const ended = await budgeting.rows(
      `SELECT kind, posted_on, amount_minor::int AS amount, posted_by FROM journal_entry
        WHERE project_id = $1::uuid AND reverses IS NOT NULL`,
      project.projectId,
    );
    expect(ended).toEqual([
      { kind: 'reversal', posted_on: '2026-02-01', amount: -20, posted_by: 'budgeting' },
    ]);
  });
});
