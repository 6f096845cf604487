import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  CloseFiscalPeriod,
  LedgerStatement,
  ProjectMoney,
  RecordBudgetNode,
  ReverseEntry,
  SetFiscalCalendar,
} from '@meridian/contracts-budgeting';
import { person, ServiceUnderTest } from '@meridian/testing';
import { anna, TrialProject } from './trial-project.js';
import { TrialTime } from './trial-time.js';

let budgeting: ServiceUnderTest;
let time: TrialTime;

beforeAll(async () => {
  budgeting = await ServiceUnderTest.start('budgeting');
  time = new TrialTime(budgeting);
});
afterAll(() => budgeting.end());

const money = ({ projectId }: TrialProject) => budgeting.ask(anna, ProjectMoney, { projectId });

test('a closed period takes no time: it waits until the period is open again', async () => {
  const project = await TrialProject.planned(budgeting);
  const calendarId = randomUUID();
  const month = (period: string, firstDay: string, lastDay: string) => ({ period, firstDay, lastDay });
  const january = month('2026-01', '2026-01-01', '2026-01-31');
  const february = month('2026-02', '2026-02-01', '2026-02-28');
  await budgeting.ask(anna, SetFiscalCalendar, { calendarId, name: 'Months', periods: [january] });
  const node = (nodeKind: RecordBudgetNode['nodeKind'], more: Partial<RecordBudgetNode>) => {
    const request = { nodeId: randomUUID(), nodeKind, name: nodeKind, currency: 'EUR', ...more };
    return budgeting.ask(anna, RecordBudgetNode, request);
  };
  const above = randomUUID();
  await node('funding-source', { nodeId: above });
  const portfolio = await node('portfolio', { parentId: above });
  const programme = await node('programme', { parentId: portfolio.nodeId });
  await node('project', { nodeId: project.projectId, parentId: programme.nodeId });
  const account = await node('control-account', { parentId: project.projectId, wbs: '1', calendarId });
  const ada = randomUUID();
  await time.rateOf(ada, '12000');
  const taskId = project.taskIds[1] ?? '';
  const entryId = await time.book(project, ada, { taskId });
  expect(await time.waiting(project)).toEqual([['date-outside-periods', 1, 450]]);
  const calendar = { calendarId, name: 'Months', periods: [january, february] };
  await budgeting.ask(anna, SetFiscalCalendar, calendar, { version: 1 });
  expect(await time.waiting(project)).toEqual([]);
  const close = (isClosed: boolean) =>
    budgeting.ask(anna, CloseFiscalPeriod, { calendarId, period: '2026-02', isClosed, decision: 'Close' });
  await close(true);
  await time.book(project, ada, { taskId });
  await time.takenBack(project, ada, entryId);
  expect(await time.waiting(project)).toEqual([['period-closed', 2, 0]]);
  expect(await money(project)).toMatchObject({ actualMinor: '90000' });
  await close(false);
  expect(await time.waiting(project)).toEqual([]);
  expect(await money(project)).toMatchObject({ actualMinor: '90000' });
  const statement = await budgeting.ask(anna, LedgerStatement, { nodeId: account.nodeId });
  expect(statement.balances).toMatchObject([{ period: '2026-02', actualMinor: '90000' }]);
});

test('without rates nobody sees what one line or few people cost; the time is taken back where it was booked', async () => {
  const project = await TrialProject.planned(budgeting);
  const { projectId, manager } = project;
  const people = Array.from({ length: 6 }, () => randomUUID());
  for (const [index, personId] of people.entries()) await time.rateOf(personId, `${10_000 + 1_111 * index}`);
  for (const personId of people.slice(0, 4)) await time.book(project, personId);
  expect(await time.cost(project, manager)).toEqual({ projectId, isMasked: true, people: 0, minutes: 0 });
  await time.book(project, people[4] ?? '');
  const shown = await time.cost(project, manager);
  // 7.5 h at 100.00, 111.11, 122.22, 133.33 and 144.44: 4,583.26; 916.65 each.
  expect(await time.cost(project)).toMatchObject({ amountMinor: '458326', people: 5 });
  expect(shown).toMatchObject({ isMasked: true, people: 5, amountMinor: '500000', roundedToMinor: '100000' });
  await time.book(project, people[5] ?? '');
  expect(await time.cost(project, manager)).toEqual(shown);

  const seen = async (who = anna) => (await budgeting.ask(who, ProjectMoney, { projectId })).recentPostings;
  const lines = async (who = anna) =>
    (await budgeting.ask(who, LedgerStatement, { nodeId: projectId })).lines;
  expect([(await seen()).length, (await lines()).length]).toEqual([6, 12]);
  expect([await seen(manager), await lines(manager)]).toEqual([[], []]);
  const entryId = (await seen())[0]?.postingId ?? '';
  const reversal = { entryId, postedOn: '2026-02-04', decision: 'Board' };
  await expect(budgeting.ask(anna, ReverseEntry, reversal)).rejects.toMatchObject({
    code: 'budgeting/entry-of-timesheet',
  });
  await expect(time.cost(project, person('contractor'))).rejects.toMatchObject({
    code: 'access/project-not-found',
  });
});
