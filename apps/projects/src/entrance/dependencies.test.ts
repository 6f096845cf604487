import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import {
  AnswerDependency,
  DependencyRecorded,
  ImportPlan,
  OfferDependency,
  ProjectDependencies,
  ProjectPlan,
  RegisterProject,
  ReportProgress,
} from '@meridian/contracts-projects';
import { person, ServiceUnderTest } from '@meridian/testing';
import { idsByName, writtenPlan, type WrittenTask } from './written-plan.js';

/** Drawings are computed for Friday 2026-03-06. */
const TASKS: readonly WrittenTask[] = [
  { uid: 1, name: 'Draw', days: 5 },
  { uid: 2, name: 'Drawings', days: 0, after: [1] },
];
const pmo = person('pmo-manager', 'Anna');
const giver = person('project-manager', 'Ada Byron');
const taker = person('project-manager', 'Grace Hopper');
let projects: ServiceUnderTest;
let giving: string;
let getting: string;
let taskIds: ReadonlyMap<string, string>;

beforeAll(async () => {
  projects = await ServiceUnderTest.start('projects');
});
afterAll(() => projects.end());
beforeEach(async () => {
  giving = await registered('GIVE', giver.personId);
  getting = await registered('GET', taker.personId);
  await importPlan(TASKS);
  const { tasks } = await projects.ask(pmo, ProjectPlan, { projectId: giving });
  taskIds = idsByName(tasks);
});

async function registered(name: string, managerPersonId: string): Promise<string> {
  const projectId = randomUUID();
  const code = `${name}-${projectId.slice(0, 8)}`;
  const record = { projectId, code, name: `Project ${name}`, portfolio: 'Roads', currency: 'EUR' };
  await projects.ask(pmo, RegisterProject, { ...record, stage: 'delivery', phases: [], managerPersonId });
  return projectId;
}

function importPlan(tasks: readonly WrittenTask[]) {
  const contentBase64 = Buffer.from(writtenPlan(tasks)).toString('base64');
  return projects.ask(giver, ImportPlan, { projectId: giving, fileName: 'plan.xml', contentBase64 });
}

async function offer(promisedOn = '2026-03-10', more: Partial<OfferDependency> = {}, by = giver) {
  const taskId = taskIds.get('Drawings') ?? '';
  const wish = { projectId: giving, taskId, toProjectId: getting, promisedOn, note: 'As agreed by phone' };
  return (await projects.ask(by, OfferDependency, { ...wish, ...more })).id;
}

function answer(
  dependencyId: string,
  wish: Pick<AnswerDependency, 'answer'> & Partial<AnswerDependency>,
  by = taker,
  version?: number,
) {
  const projectId = by === giver ? giving : getting;
  return projects.ask(by, AnswerDependency, { projectId, dependencyId, ...wish }, { version });
}

async function seenBy(by: typeof giver, projectId: string) {
  const [first] = (await projects.ask(by, ProjectDependencies, { projectId })).dependencies;
  return first;
}

function begin(day: string) {
  const taskId = taskIds.get('Draw') ?? '';
  const report = { projectId: giving, taskId, percentComplete: 10, asOf: day, actualStart: day };
  return projects.ask(giver, ReportProgress, report);
}

test('a promise is offered, negotiated and accepted, and both sides see how it came about', async () => {
  const id = await offer();
  expect(await seenBy(taker, getting)).toMatchObject({
    direction: 'gets',
    name: 'Drawings',
    state: 'offered',
    turn: 'taker',
    offeredOn: '2026-03-10',
    forecastOn: '2026-03-06',
    otherName: 'Project GIVE',
    isYourTurn: true,
  });
  await answer(
    id,
    { answer: 'renegotiate', promisedOn: '2026-03-09', note: 'We pour on the 10th' },
    taker,
    1,
  );
  expect(await seenBy(taker, getting)).toMatchObject({ turn: 'giver', isYourTurn: false });
  await answer(id, { answer: 'accept' }, giver, 2);
  const told = await seenBy(giver, giving);
  expect(told).toMatchObject({
    direction: 'gives',
    state: 'accepted',
    promisedOn: '2026-03-09',
    isAtRisk: false,
  });
  expect(told?.history).toMatchObject([
    { act: 'offered', side: 'giver', on: '2026-03-10', by: 'Ada Byron', note: 'As agreed by phone' },
    { act: 'renegotiated', side: 'taker', on: '2026-03-09', by: 'Grace Hopper', note: 'We pour on the 10th' },
    { act: 'accepted', side: 'giver', on: '2026-03-09', by: 'Ada Byron' },
  ]);
  const events = await projects.announced(DependencyRecorded, id);
  expect(events.map(({ version, state }) => [version, state])).toEqual([
    [1, 'offered'],
    [2, 'offered'],
    [3, 'accepted'],
  ]);
});

test('a promise is at risk when a report of progress or a new file moves the forecast past it, and is announced', async () => {
  const id = await offer('2026-03-10');
  await answer(id, { answer: 'accept' });
  await begin('2026-03-04');
  expect((await projects.announced(DependencyRecorded, id)).at(-1)).toMatchObject({
    version: 3,
    forecastOn: '2026-03-10',
    isAtRisk: false,
  });
  await importPlan([{ uid: 1, name: 'Draw', days: 8 }, ...TASKS.slice(1)]);
  expect((await projects.announced(DependencyRecorded, id)).at(-1)).toMatchObject({
    version: 4,
    state: 'accepted',
    promisedOn: '2026-03-10',
    forecastOn: '2026-03-13',
    isAtRisk: true,
  });
  const atRisk = await seenBy(taker, getting);
  expect(atRisk?.history.at(-1)).toMatchObject({ act: 'at-risk', on: '2026-03-13' });
  await answer(id, { answer: 'renegotiate', promisedOn: '2026-03-13' }, giver);
  expect(await seenBy(taker, getting)).toMatchObject({ isAtRisk: true, promisedOn: '2026-03-10' });
  await answer(id, { answer: 'accept' });
  expect(await seenBy(taker, getting)).toMatchObject({ isAtRisk: false, promisedOn: '2026-03-13' });
});

test('a promise whose task left the plan is at risk', async () => {
  const id = await offer();
  await answer(id, { answer: 'accept' });
  await importPlan([{ uid: 9, name: 'Other', days: 1 }]);
  const told = await seenBy(taker, getting);
  expect(told).toMatchObject({ isAtRisk: true });
  expect(told?.forecastOn).toBeUndefined();
});

test('an offer moves no date and is answered only by the other side, on the version that was seen', async () => {
  const id = await offer();
  await expect(answer(id, { answer: 'accept' }, giver)).rejects.toMatchObject({
    code: 'projects/not-your-turn',
  });
  await expect(answer(id, { answer: 'accept' }, taker, 7)).rejects.toMatchObject({
    code: 'projects/version-conflict',
  });
  await expect(answer(id, { answer: 'renegotiate' })).rejects.toMatchObject({ code: 'projects/day-missing' });
  await answer(id, { answer: 'reject', note: 'Too late' });
  await expect(answer(id, { answer: 'accept' })).rejects.toMatchObject({
    code: 'projects/dependency-closed',
  });
});

test('what is refused: somebody else, the own project, a project that is not part of it', async () => {
  await expect(offer('2026-03-10', {}, taker)).rejects.toMatchObject({ code: 'access/not-your-project' });
  await expect(offer('2026-03-10', { toProjectId: giving })).rejects.toMatchObject({
    code: 'projects/dependency-on-itself',
  });
  const id = await offer();
  const third = await registered('THIRD', taker.personId);
  const foreign = { projectId: third, dependencyId: id, answer: 'accept' } as const;
  await expect(projects.ask(taker, AnswerDependency, foreign)).rejects.toMatchObject({
    code: 'projects/dependency-not-found',
  });
});

test('who may not see the giving project sees a promise of a confidential project, without its forecast', async () => {
  const id = await offer('2026-03-04');
  await answer(id, { answer: 'accept' });
  await projects.rows('UPDATE project SET is_confidential = true WHERE project_id = $1::uuid', giving);
  const told = await seenBy(taker, getting);
  expect(told).toMatchObject({
    otherName: 'a confidential project',
    promisedOn: '2026-03-04',
    isAtRisk: true,
  });
  expect(told?.forecastOn ?? told?.otherProjectId ?? told?.taskId).toBeUndefined();
  expect(JSON.stringify(told)).not.toContain('Ada Byron');
});
