import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  CloseFiscalPeriod,
  CostPosted,
  LabourCost,
  LedgerStatement,
  ProjectMoney,
  RecordBudgetNode,
  RecordLabourRate,
  ReverseEntry,
  SetFiscalCalendar,
  WaitingTime,
} from '@meridian/contracts-budgeting';
import { TimeBooked } from '@meridian/contracts-resourcing';
import { person, ServiceUnderTest } from '@meridian/testing';
import { anna, TrialProject } from './trial-project.js';

let budgeting: ServiceUnderTest;

beforeAll(async () => {
  budgeting = await ServiceUnderTest.start('budgeting');
});
afterAll(() => budgeting.end());

const rateOf = (personId: string, perHourMinor: string, more: Partial<RecordLabourRate> = {}) =>
  budgeting.ask(anna, RecordLabourRate, {
    rateId: randomUUID(),
    personId,
    validFrom: '2026-01-01',
    perHourMinor,
    currency: 'EUR',
    decision: 'Rate card 2026',
    ...more,
  });
async function book(
  { projectId }: TrialProject,
  personId: string,
  more: Partial<TimeBooked> = {},
): Promise<string> {
  const entryId = more.entryId ?? randomUUID();
  const line = { entryId, projectId, personId, day: '2026-02-03', minutes: 450 };
  await budgeting.hears(TimeBooked, { ...line, ...more });
  return entryId;
}
const takenBack = (project: TrialProject, personId: string, reversesEntryId: string) =>
  book(project, personId, { minutes: -450, reversesEntryId });
const money = ({ projectId }: TrialProject) => budgeting.ask(anna, ProjectMoney, { projectId });
const waiting = async ({ projectId }: TrialProject) => {
  const { waiting: all } = await budgeting.ask(anna, WaitingTime, {});
  return all
    .filter((line) => line.projectId === projectId)
    .map(({ reason, entries, minutes }) => [reason, entries, minutes]);
};
const labour = (project: TrialProject, who = anna) =>
  budgeting.ask(who, LabourCost, { projectId: project.projectId });

test('approved time is cost at the rate of its day, and earned value follows', async () => {
  const project = await TrialProject.planned(budgeting);
  await project.approve();
  const ada = randomUUID();
  await rateOf(ada, '12000');
  const taskId = project.taskIds[1] ?? '';
  await book(project, ada, { taskId });
  expect(await money(project)).toMatchObject({ actualMinor: '90000', statusDate: '2026-02-03' });
  expect(await project.lastFigures()).toMatchObject({ acMinor: '90000' });
  const told = await budgeting.announced(CostPosted, project.projectId);
  expect(told.at(-1)).toMatchObject({ kind: 'actual', amountMinor: '90000', taskId, postedOn: '2026-02-03' });
});

test('a line of a timesheet is taken once, however often it is told', async () => {
  const project = await TrialProject.planned(budgeting);
  const ada = randomUUID();
  await rateOf(ada, '12000');
  const entryId = await book(project, ada);
  await book(project, ada, { entryId });
  await budgeting.restart();
  await book(project, ada, { entryId });
  expect(await labour(project)).toMatchObject({
    isMasked: false,
    amountMinor: '90000',
    minutes: 450,
    people: 1,
  });
  expect((await budgeting.announced(CostPosted, project.projectId)).length).toBe(1);
});

test('time without a rate waits visibly, and is priced when the rate comes', async () => {
  const project = await TrialProject.planned(budgeting);
  const eve = randomUUID();
  await book(project, eve);
  await book(project, eve, { day: '2026-03-03', minutes: 60 });
  expect(await waiting(project)).toEqual([['no-rate', 2, 510]]);
  await rateOf(eve, '10000', { validFrom: '2026-03-01' });
  expect(await waiting(project)).toEqual([['no-rate', 1, 450]]);
  expect(await money(project)).toMatchObject({ actualMinor: '10000' });
  const { curve } = await money(project);
  expect(curve.map(({ period, acMinor }) => [period, acMinor])).toContainEqual(['2026-03', '10000']);
});

test('a back-dated rate prices what waits, and rewrites nothing', async () => {
  const project = await TrialProject.planned(budgeting);
  const [ada, bob] = [randomUUID(), randomUUID()];
  const role = `Engineer ${randomUUID()}`;
  const { rateId } = await rateOf(ada, '12000');
  await book(project, ada, { role });
  await book(project, bob, { role });
  const again = { rateId, personId: ada, validFrom: '2026-02-01', currency: 'EUR', decision: 'Corrected' };
  await budgeting.ask(anna, RecordLabourRate, { ...again, perHourMinor: '20000' }, { version: 1 });
  expect(await labour(project)).toMatchObject({ amountMinor: '90000' });
  await budgeting.ask(anna, RecordLabourRate, {
    ...again,
    rateId: randomUUID(),
    personId: undefined,
    role,
    perHourMinor: '10000',
  });
  expect(await labour(project)).toMatchObject({ amountMinor: '165000', people: 2 });
});

test('what is taken back reverses exactly its posting, at the rate of then', async () => {
  const project = await TrialProject.planned(budgeting);
  const ada = randomUUID();
  const { rateId } = await rateOf(ada, '12345');
  const entryId = await book(project, ada, { minutes: 451 });
  const again = { rateId, personId: ada, validFrom: '2026-01-01', currency: 'EUR', decision: 'Corrected' };
  await budgeting.ask(anna, RecordLabourRate, { ...again, perHourMinor: '99999' }, { version: 1 });
  const reversal = await takenBack(project, ada, entryId);
  await takenBack(project, ada, entryId);
  expect(await labour(project)).toMatchObject({ amountMinor: '0' });
  const postings = await budgeting.rows<{ amount: string; reverses: string | null }>(
    `SELECT amount_minor::text AS amount, reverses FROM journal_entry WHERE project_id = $1::uuid ORDER BY entry_no`,
    project.projectId,
  );
  expect(postings.map(({ amount }) => amount)).toEqual(['92793', '-92793']);
  expect((await budgeting.announced(CostPosted, project.projectId)).map(({ kind }) => kind)).toEqual([
    'actual',
    'reversal',
  ]);
  expect(reversal).not.toBe(entryId);
});

test('time that was taken back before it had a rate costs nothing', async () => {
  const project = await TrialProject.planned(budgeting);
  const eve = randomUUID();
  const entryId = await book(project, eve);
  await takenBack(project, eve, entryId);
  expect(await waiting(project)).toEqual([]);
  await takenBack(project, eve, randomUUID());
  expect(await waiting(project)).toEqual([['original-unknown', 1, -450]]);
  await rateOf(eve, '10000');
  expect(await labour(project)).toMatchObject({ people: 0 });
});

test('no time is left waiting for a rate or a project that comes at the same moment', async () => {
  const projects = Array.from({ length: 6 }, () => new TrialProject(budgeting));
  const eve = randomUUID();
  await Promise.all([
    ...projects.flatMap((project) => [book(project, eve), project.record(), book(project, eve)]),
    rateOf(eve, '10000'),
  ]);
  for (const project of projects) {
    expect(await waiting(project)).toEqual([]);
    expect(await labour(project)).toMatchObject({ amountMinor: '150000', minutes: 900 });
  }
});

test('time of a project nobody knows yet is posted when the project is recorded', async () => {
  const project = new TrialProject(budgeting);
  const ada = randomUUID();
  await rateOf(ada, '12000');
  await book(project, ada);
  expect(await waiting(project)).toEqual([['project-unknown', 1, 450]]);
  await project.record();
  expect(await waiting(project)).toEqual([]);
  expect(await project.lastFigures()).toMatchObject({ acMinor: '90000' });
});

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
  await rateOf(ada, '12000');
  const taskId = project.taskIds[1] ?? '';
  const entryId = await book(project, ada, { taskId });
  expect(await waiting(project)).toEqual([['date-outside-periods', 1, 450]]);
  const calendar = { calendarId, name: 'Months', periods: [january, february] };
  await budgeting.ask(anna, SetFiscalCalendar, calendar, { version: 1 });
  expect(await waiting(project)).toEqual([]);
  const close = (isClosed: boolean) =>
    budgeting.ask(anna, CloseFiscalPeriod, { calendarId, period: '2026-02', isClosed, decision: 'Close' });
  await close(true);
  await book(project, ada, { taskId });
  await takenBack(project, ada, entryId);
  expect(await waiting(project)).toEqual([['period-closed', 2, 0]]);
  expect(await money(project)).toMatchObject({ actualMinor: '90000' });
  await close(false);
  expect(await waiting(project)).toEqual([]);
  expect(await money(project)).toMatchObject({ actualMinor: '90000' });
  const statement = await budgeting.ask(anna, LedgerStatement, { nodeId: account.nodeId });
  expect(statement.balances).toMatchObject([{ period: '2026-02', actualMinor: '90000' }]);
});

test('without rates nobody sees what one line or few people cost; the time is taken back where it was booked', async () => {
  const project = await TrialProject.planned(budgeting);
  const { projectId, manager } = project;
  const people = Array.from({ length: 6 }, () => randomUUID());
  for (const [index, personId] of people.entries()) await rateOf(personId, `${10_000 + 1_111 * index}`);
  for (const personId of people.slice(0, 4)) await book(project, personId);
  expect(await labour(project, manager)).toEqual({ projectId, isMasked: true, people: 0, minutes: 0 });
  await book(project, people[4] ?? '');
  const shown = await labour(project, manager);
  // 7.5 h at 100.00, 111.11, 122.22, 133.33 and 144.44: 4,583.26; 916.65 each.
  expect(await labour(project)).toMatchObject({ amountMinor: '458326', people: 5 });
  expect(shown).toMatchObject({ isMasked: true, people: 5, amountMinor: '500000', roundedToMinor: '100000' });
  await book(project, people[5] ?? '');
  expect(await labour(project, manager)).toEqual(shown);

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
  await expect(labour(project, person('contractor'))).rejects.toMatchObject({
    code: 'access/project-not-found',
  });
});
