import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import {
  ImportPlan,
  MilestoneRecorded,
  PortfolioSchedule,
  ProjectPlan,
  ProjectRecord,
  RegisterProject,
  ReportProgress,
  ScheduleChanged,
  ShareMilestone,
  TaskProgressed,
} from '@meridian/contracts-projects';
import { MilestoneAccepted } from '@meridian/contracts-quality';
import { person, ServiceUnderTest } from '@meridian/testing';
import type { AskOptions } from '@meridian/testing';
import { idsByName, wallPlan, writtenPlan } from './written-plan.js';

const PLAN = writtenPlan([
  { uid: 1, name: 'Build', isSummary: true },
  { uid: 2, name: 'Dig', level: 2, days: 5 },
  { uid: 3, name: 'Pour', level: 2, days: 5, after: [2] },
  { uid: 4, name: 'Walls stand', level: 2, days: 0, after: [3] },
  { uid: 5, name: 'Survey', days: 1, people: ['Alan Turing'] },
]);
const pmo = person('pmo-manager');
const manager = person('project-manager', 'Grace Hopper');
let projects: ServiceUnderTest;
let projectId: string;
let ids: ReadonlyMap<string, string>;
let count = 0;

beforeAll(async () => {
  projects = await ServiceUnderTest.start('projects');
});
afterAll(() => projects.end());
beforeEach(async () => {
  projectId = randomUUID();
  await projects.ask(pmo, RegisterProject, {
    projectId,
    code: `W-${(count += 1)}`,
    name: 'Wall',
    portfolio: 'Roads',
    stage: 'delivery',
    currency: 'EUR',
    managerPersonId: manager.personId,
    phases: [],
  });
  await projects.ask(manager, ImportPlan, wallPlan(projectId, PLAN));
  const { tasks } = await projects.ask(manager, ProjectPlan, { projectId });
  ids = idsByName(tasks);
});

interface Report {
  readonly percentComplete: number;
  readonly asOf?: string;
  readonly actualStart?: string;
  readonly actualFinish?: string;
}

function report(task: string, claim: Report, options: AskOptions = {}, by = manager) {
  const taskId = ids.get(task) ?? randomUUID();
  return projects.ask(by, ReportProgress, { projectId, taskId, asOf: '2026-03-06', ...claim }, options);
}

test('a late start moves what follows, and only that is announced', async () => {
  const answer = await report('Dig', { percentComplete: 50, actualStart: '2026-03-04' });
  expect(answer).toMatchObject({ taskVersion: 2, percentComplete: 50, projectFinish: '2026-03-17' });
  expect(await projects.announced(TaskProgressed, projectId)).toMatchObject([
    {
      taskId: ids.get('Dig'),
      taskVersion: 2,
      percentComplete: 50,
      actualStart: '2026-03-04',
      isMilestone: false,
    },
  ]);
  const [change, ...others] = await projects.announced(ScheduleChanged, projectId);
  expect(others).toEqual([]);
  expect(change).toMatchObject({
    finish: '2026-03-17',
    baselineFinish: '2026-03-13',
    dataDate: '2026-03-06',
  });
  const moved = new Map(change?.moved.map(({ taskId, start, finish }) => [taskId, [start, finish]]));
  expect(moved.get(ids.get('Dig') ?? '')).toEqual(['2026-03-04', '2026-03-10']);
  expect(moved.get(ids.get('Pour') ?? '')).toEqual(['2026-03-11', '2026-03-17']);
  expect((await projects.announced(MilestoneRecorded, projectId)).at(-1)).toMatchObject({
    name: 'Walls stand',
    version: 2,
    baselineOn: '2026-03-13',
    forecastOn: '2026-03-17',
    isDone: false,
  });
});

test('a report sent twice with one key counts once', async () => {
  const key = randomUUID();
  const first = await report('Dig', { percentComplete: 50, actualStart: '2026-03-04' }, { key });
  expect(await report('Dig', { percentComplete: 50, actualStart: '2026-03-04' }, { key })).toEqual(first);
  expect(await projects.announced(TaskProgressed, projectId)).toHaveLength(1);
  expect(await projects.announced(ScheduleChanged, projectId)).toHaveLength(1);
  const kept = await projects.rows('SELECT 1 FROM progress_report WHERE project_id = $1::uuid', projectId);
  expect(kept).toHaveLength(1);
});

test('progress as planned moves no date', async () => {
  expect(await report('Survey', { percentComplete: 0 })).toMatchObject({ taskVersion: 2 });
  expect(await projects.announced(TaskProgressed, projectId)).toHaveLength(1);
  expect(await projects.announced(ScheduleChanged, projectId)).toEqual([]);
});

test('a report on a version that is no longer the present one is refused', async () => {
  await report('Dig', { percentComplete: 20 }, { version: 1 });
  await expect(report('Dig', { percentComplete: 30 }, { version: 1 })).rejects.toMatchObject({
    code: 'projects/version-conflict',
    kind: 'stale-version',
    details: { version: 2 },
  });
  expect(await report('Dig', { percentComplete: 30 }, { version: 2 })).toMatchObject({ taskVersion: 3 });
});

test.each([
  ['Build', { percentComplete: 10 }, 'projects/summary-takes-no-progress'],
  ['Nothing', { percentComplete: 10 }, 'projects/task-not-found'],
  ['Dig', { percentComplete: 10, actualFinish: '2026-03-05' }, 'projects/finish-without-completion'],
  [
    'Dig',
    { percentComplete: 100, actualStart: '2026-03-05', actualFinish: '2026-03-04' },
    'projects/finish-before-start',
  ],
  ['Dig', { percentComplete: 10, actualStart: '2026-03-09' }, 'projects/actual-in-the-future'],
])('of %s the report %j is refused with %s and leaves no trace', async (task, claim, code) => {
  await expect(report(task, claim)).rejects.toMatchObject({ code });
  expect(await projects.announced(TaskProgressed, projectId)).toEqual([]);
});

test('team members report on what the plan assigns to them, and contractors on nothing', async () => {
  const alan = person('team-member', 'Alan Turing');
  expect(await report('Survey', { percentComplete: 50 }, {}, alan)).toMatchObject({ taskVersion: 2 });
  await expect(report('Dig', { percentComplete: 50 }, {}, alan)).rejects.toMatchObject({
    code: 'projects/not-your-task',
    kind: 'forbidden',
  });
  await expect(
    report('Survey', { percentComplete: 60 }, {}, person('contractor', 'Alan Turing')),
  ).rejects.toMatchObject({ code: 'access/project-not-found', kind: 'not-found' });
});

test('a reached milestone is done, and carries the day on which quality accepted it', async () => {
  for (const task of ['Dig', 'Pour', 'Walls stand'])
    await report(task, { percentComplete: 100, asOf: '2026-03-20' });
  const milestoneId = ids.get('Walls stand') ?? '';
  expect((await projects.announced(MilestoneRecorded, projectId)).at(-1)).toMatchObject({ isDone: true });
  const acceptance = {
    projectId,
    milestoneId,
    milestoneName: 'Walls stand',
    acceptedBy: pmo.personId,
    acceptedByName: pmo.name,
    acceptedOn: '2026-03-23',
  };
  await projects.hears(MilestoneAccepted, acceptance);
  await projects.hears(MilestoneAccepted, { ...acceptance, milestoneId: randomUUID() });
  const told = await projects.announced(MilestoneRecorded, projectId);
  expect(told.at(-1)).toMatchObject({ milestoneId, isDone: true, acceptedOn: '2026-03-23' });
  expect(told.map(({ version }) => version)).toEqual(told.map((_, index) => index + 1));
});

test('after a power cut the service goes on from what it had written', async () => {
  await report('Dig', { percentComplete: 50, actualStart: '2026-03-04' });
  await projects.restart();
  expect(await report('Dig', { percentComplete: 60 })).toMatchObject({
    taskVersion: 3,
    projectFinish: '2026-03-17',
  });
  expect(await projects.announced(TaskProgressed, projectId)).toHaveLength(2);
});

test('a milestone is shared with projects that exist and shown to the portfolio', async () => {
  const milestoneId = ids.get('Walls stand') ?? '';
  const unknown = { projectId, milestoneId, sharedWith: [randomUUID()] };
  await expect(projects.ask(manager, ShareMilestone, unknown)).rejects.toMatchObject({
    code: 'projects/shared-with-unknown',
  });
  const { id: other } = await projects.ask(pmo, RegisterProject, {
    code: `O-${count}`,
    name: 'Other',
    portfolio: 'Roads',
    stage: 'delivery',
    currency: 'EUR',
    phases: [],
  });
  await projects.ask(manager, ShareMilestone, { projectId, milestoneId, sharedWith: [other, projectId] });
  const { milestones } = await projects.ask(manager, ProjectRecord, { projectId });
  expect(milestones).toMatchObject([{ milestoneId, sharedWith: [other] }]);
  const view = await projects.ask(pmo, PortfolioSchedule, { asOf: '2026-03-01' });
  expect(view.nextMilestones).toContainEqual(
    expect.objectContaining({ milestoneId, projectName: 'Wall', isShared: true, slipDays: 0 }),
  );
});
