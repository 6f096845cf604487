import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  CloseFiscalPeriod,
  FiscalCalendars,
  LedgerStatement,
  MoveBudget,
  PostDocument,
  ProjectMoney,
  RecordBudgetNode,
  SetFiscalCalendar,
  WaitingDocuments,
} from '@meridian/contracts-budgeting';
import { eventually, ServiceUnderTest } from '@meridian/testing';
import { TrialAccounts } from './trial-accounts.js';
import { anna, TrialProject } from './trial-project.js';

let budgeting: ServiceUnderTest;

beforeAll(async () => {
  budgeting = await ServiceUnderTest.start('budgeting');
});
afterAll(() => budgeting.end());

async function house(amountMinor = '1000') {
  const project = await TrialProject.planned(budgeting);
  await project.approve(amountMinor);
  return { project, accounts: new TrialAccounts(budgeting, project) };
}

const money = async ({ projectId }: TrialProject) => {
  const { actualMinor, committedMinor, availableMinor } = await budgeting.ask(anna, ProjectMoney, {
    projectId,
  });
  return { actual: Number(actualMinor), promised: Number(committedMinor), available: Number(availableMinor) };
};
const waiting = ({ code }: TrialProject) =>
  budgeting.rows<{ document_key: string; reason: string }>(
    `SELECT document_key, reason FROM waiting_cost WHERE project_code = $1 ORDER BY position`,
    code,
  );

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

/** A project of 2,000 with a control account phased by two months, 1,000 each, and an order on it. */
async function phased(latePosting: 'refuse' | 'next-open') {
  const { project, accounts } = await house('2000');
  const { projectId } = project;
  const [calendarId, nodeId, name] = [randomUUID(), randomUUID(), `Months of ${project.code}`];
  const periods = [
    { period: '2026-01', firstDay: '2026-01-01', lastDay: '2026-01-31' },
    { period: '2026-02', firstDay: '2026-02-01', lastDay: '2026-02-28' },
  ];
  await budgeting.ask(anna, SetFiscalCalendar, { calendarId, name, periods, latePosting });
  const account = { nodeId, nodeKind: 'control-account' as const, parentId: projectId, calendarId };
  await budgeting.ask(anna, RecordBudgetNode, { ...account, name: 'Build', currency: 'EUR' });
  const said = { currency: 'EUR', postedOn: '2026-01-10', reference: 'r', decision: 'Phasing' };
  for (const { period: toPeriod } of periods) {
    const grant = { movement: 'allocate' as const, fromNodeId: projectId, toNodeId: nodeId, toPeriod };
    await budgeting.ask(anna, MoveBudget, { ...grant, amountMinor: '1000', ...said });
  }
  const post = (documentKind: PostDocument['documentKind'], more: Partial<PostDocument>) =>
    budgeting.ask(anna, PostDocument, { documentKind, projectId, nodeId, ...said, ...more });
  await post('order', { orderId: accounts.key('PO-1'), amountMinor: '300' });
  const close = (isClosed: boolean) =>
    budgeting.ask(anna, CloseFiscalPeriod, {
      calendarId,
      period: '2026-01',
      isClosed,
      decision: 'Month end',
    });
  return { project, accounts, nodeId, calendarId, name, close, post };
}

describe('a posting for a closed period', () => {
  test('waits with its reason until the period is opened', async () => {
    const { project, accounts, close } = await phased('refuse');
    await close(true);
    await accounts.invoice('PO-1', 'INV-1', '400', '2026-01-20');
    expect(await waiting(project)).toMatchObject([{ reason: 'period-closed' }]);
    await close(false);
    expect(await waiting(project)).toEqual([]);
    expect(await money(project)).toEqual({ actual: 400, promised: 0, available: 1_600 });
  });

  test('counts for the first open one where the calendar says so, and shows the day of its document', async () => {
    const { project, accounts, close, post, nodeId } = await phased('next-open');
    await close(true);
    await accounts.invoice('PO-1', 'INV-1', '400', '2026-01-20');
    expect(await waiting(project)).toEqual([]);
    const byHand = await post('invoice', { postedOn: '2026-01-21', amountMinor: '50' });
    expect(byHand).toMatchObject({
      balance: { period: '2026-02', actualMinor: '150', availableMinor: '850' },
      warning: expect.stringContaining('2026-01-21 is closed: it counts for 2026-02-01'),
    });
    const { lines } = await budgeting.ask(anna, LedgerStatement, { nodeId });
    const moved = lines.filter(({ documentOn }) => documentOn !== undefined);
    expect(new Set(moved.map(({ postedOn, documentOn }) => `${documentOn} as ${postedOn}`))).toEqual(
      new Set(['2026-01-20 as 2026-02-01', '2026-01-21 as 2026-02-01']),
    );
  });

  test('an accrual stays in the period it was made in and is taken back in the next', async () => {
    const { post, nodeId } = await phased('refuse');
    await post('accrual', { postedOn: '2026-01-25', amountMinor: '70' });
    const balances = () => budgeting.ask(anna, LedgerStatement, { nodeId });
    await eventually(async () => {
      const { balances: by } = await balances();
      expect(by).toMatchObject([
        { period: '2026-01', accruedMinor: '70', availableMinor: '630' },
        { period: '2026-02', accruedMinor: '-70', availableMinor: '1070' },
      ]);
    });
  });

  test('the accounts close and open periods of the calendar that has the name', async () => {
    const { accounts, calendarId, name } = await phased('refuse');
    const isClosed = async () => {
      const { calendars } = await budgeting.ask(anna, FiscalCalendars, { calendarId });
      return calendars[0]?.periods.map((period) => period.isClosed);
    };
    await accounts.period(name, '2026-01', true);
    await accounts.period(name, '2026-01', true);
    expect(await isClosed()).toEqual([true, false]);
    await accounts.period(name, '2026-01', false);
    expect(await isClosed()).toEqual([false, false]);
  });

  test('a period of a calendar nobody knows is parked with its reason', async () => {
    const { accounts } = await house();
    await expect(accounts.period('K4', '2026-01', true)).rejects.toThrow('no fiscal calendar called "K4"');
  });
});
