import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  CloseFiscalPeriod,
  FiscalCalendars,
  LedgerStatement,
  MoveBudget,
  PostDocument,
  RecordBudgetNode,
  SetFiscalCalendar,
} from '@meridian/contracts-budgeting';
import { eventually, ServiceUnderTest } from '@meridian/testing';
import { fundedHouse, moneyOf, waitingOf } from './funded-house.js';
import { anna } from './trial-project.js';
import type { TrialProject } from './trial-project.js';

let budgeting: ServiceUnderTest;

beforeAll(async () => {
  budgeting = await ServiceUnderTest.start('budgeting');
});
afterAll(() => budgeting.end());

const money = (project: TrialProject) => moneyOf(budgeting, project);
const waiting = (project: TrialProject) => waitingOf(budgeting, project);

/** A project of 2,000 with a control account phased by two months, 1,000 each, and an order on it. */
async function phased(latePosting: 'refuse' | 'next-open') {
  const { project, accounts } = await fundedHouse(budgeting, '2000');
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
    const { accounts } = await fundedHouse(budgeting);
    await expect(accounts.period('K4', '2026-01', true)).rejects.toThrow('no fiscal calendar called "K4"');
  });
});
