import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { CostPosted, ProjectMoney, RecordLabourRate } from '@meridian/contracts-budgeting';
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

test('approved time is cost at the rate of its day; no line of it is told, nor in figures that all may see', async () => {
  const project = await TrialProject.planned(budgeting);
  await project.approve();
  const ada = randomUUID();
  await time.rateOf(ada, '12000');
  const taskId = project.taskIds[1] ?? '';
  await time.book(project, ada, { taskId });
  expect(await money(project)).toMatchObject({ actualMinor: '90000', statusDate: '2026-02-03' });
  expect(await project.lastFigures()).toMatchObject({ acMinor: '0', flags: ['labour-withheld'] });
  expect(await budgeting.announced(CostPosted, project.projectId)).toEqual([]);
});

test('a line of a timesheet is taken once, however often it is told', async () => {
  const project = await TrialProject.planned(budgeting);
  const ada = randomUUID();
  await time.rateOf(ada, '12000');
  const entryId = await time.book(project, ada);
  await time.book(project, ada, { entryId });
  await budgeting.restart();
  await time.book(project, ada, { entryId });
  expect(await time.cost(project)).toMatchObject({
    isMasked: false,
    amountMinor: '90000',
    minutes: 450,
    people: 1,
  });
});

test('time without a rate waits visibly, and is priced when the rate comes', async () => {
  const project = await TrialProject.planned(budgeting);
  const eve = randomUUID();
  await time.book(project, eve);
  await time.book(project, eve, { day: '2026-03-03', minutes: 60 });
  expect(await time.waiting(project)).toEqual([['no-rate', 2, 510]]);
  await time.rateOf(eve, '10000', { validFrom: '2026-03-01' });
  expect(await time.waiting(project)).toEqual([['no-rate', 1, 450]]);
  expect(await money(project)).toMatchObject({ actualMinor: '10000' });
  const { curve } = await money(project);
  expect(curve.map(({ period, acMinor }) => [period, acMinor])).toContainEqual(['2026-03', '10000']);
});

test('a back-dated rate prices what waits, and rewrites nothing', async () => {
  const project = await TrialProject.planned(budgeting);
  const [ada, bob] = [randomUUID(), randomUUID()];
  const role = `Engineer ${randomUUID()}`;
  const { rateId } = await time.rateOf(ada, '12000');
  await time.book(project, ada, { role });
  await time.book(project, bob, { role });
  const again = { rateId, personId: ada, validFrom: '2026-02-01', currency: 'EUR', decision: 'Corrected' };
  await budgeting.ask(anna, RecordLabourRate, { ...again, perHourMinor: '20000' }, { version: 1 });
  expect(await time.cost(project)).toMatchObject({ amountMinor: '90000' });
  await budgeting.ask(anna, RecordLabourRate, {
    ...again,
    rateId: randomUUID(),
    personId: undefined,
    role,
    perHourMinor: '10000',
  });
  expect(await time.cost(project)).toMatchObject({ amountMinor: '165000', people: 2 });
});

test('time of a partner’s person costs what the card in force on the day says, and waits where there is none', async () => {
  const project = await TrialProject.planned(budgeting);
  const [kai, partnerId] = [randomUUID(), randomUUID()];
  const card = { personId: undefined, partnerId, role: 'Engineer' };
  await time.rateOf(kai, '8000', { personId: undefined, role: 'Engineer' });
  await time.book(project, kai, { role: 'Engineer', partnerId });
  expect(await time.waiting(project)).toEqual([['no-rate', 1, 450]]);
  await time.rateOf(kai, '12000', { ...card, validFrom: '2026-01-01', validThrough: '2026-02-03' });
  expect(await time.waiting(project)).toEqual([]);
  expect(await time.cost(project)).toMatchObject({ isMasked: false, amountMinor: '90000' });
  await time.book(project, kai, { role: 'Engineer', partnerId, day: '2026-02-04' });
  expect(await time.waiting(project)).toEqual([['no-rate', 1, 450]]);
  expect(await time.cost(project, person('project-manager', 'Jon'))).toMatchObject({ isMasked: true });
});

test('what is taken back reverses exactly its posting, at the rate of then', async () => {
  const project = await TrialProject.planned(budgeting);
  const ada = randomUUID();
  const { rateId } = await time.rateOf(ada, '12345');
  const entryId = await time.book(project, ada, { minutes: 451 });
  const again = { rateId, personId: ada, validFrom: '2026-01-01', currency: 'EUR', decision: 'Corrected' };
  await budgeting.ask(anna, RecordLabourRate, { ...again, perHourMinor: '99999' }, { version: 1 });
  const reversal = await time.takenBack(project, ada, entryId);
  await time.takenBack(project, ada, entryId);
  expect(await time.cost(project)).toMatchObject({ amountMinor: '0' });
  const postings = await budgeting.rows<{ amount: string; reverses: string | null }>(
    `SELECT amount_minor::text AS amount, reverses FROM journal_entry WHERE project_id = $1::uuid ORDER BY entry_no`,
    project.projectId,
  );
  expect(postings.map(({ amount }) => amount)).toEqual(['92793', '-92793']);
  expect(await budgeting.announced(CostPosted, project.projectId)).toEqual([]);
  expect(reversal).not.toBe(entryId);
});

test('time that was taken back before it had a rate costs nothing', async () => {
  const project = await TrialProject.planned(budgeting);
  const eve = randomUUID();
  const entryId = await time.book(project, eve);
  await time.takenBack(project, eve, entryId);
  expect(await time.waiting(project)).toEqual([]);
  await time.takenBack(project, eve, randomUUID());
  expect(await time.waiting(project)).toEqual([['original-unknown', 1, -450]]);
  await time.rateOf(eve, '10000');
  expect(await time.cost(project)).toMatchObject({ people: 0 });
});

test('no time is left waiting for a rate or a project that comes at the same moment', async () => {
  const projects = Array.from({ length: 6 }, () => new TrialProject(budgeting));
  const eve = randomUUID();
  await Promise.all([
    ...projects.flatMap((project) => [time.book(project, eve), project.record(), time.book(project, eve)]),
    time.rateOf(eve, '10000'),
  ]);
  for (const project of projects) {
    expect(await time.waiting(project)).toEqual([]);
    expect(await time.cost(project)).toMatchObject({ amountMinor: '150000', minutes: 900 });
  }
});

test('time of a project nobody knows yet is posted when the project is recorded', async () => {
  const project = new TrialProject(budgeting);
  const ada = randomUUID();
  await time.rateOf(ada, '12000');
  await time.book(project, ada);
  expect(await time.waiting(project)).toEqual([['project-unknown', 1, 450]]);
  await project.record();
  expect(await time.waiting(project)).toEqual([]);
  expect(await money(project)).toMatchObject({ actualMinor: '90000' });
});
