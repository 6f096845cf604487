import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import {
  ImportPlan,
  MilestoneRecord,
  MilestoneRecorded,
  MilestoneTrend,
  ProjectPlan,
  RegisterProject,
  ReportProgress,
  SetMilestoneCriteria,
  ShareMilestone,
  TakeBaseline,
} from '@meridian/contracts-projects';
import { MilestoneAccepted } from '@meridian/contracts-quality';
import { person, ServiceUnderTest } from '@meridian/testing';
import pg from 'pg';
import { confidentialProject } from './confidential-project.js';
import { wallPlan, writtenPlan } from './written-plan.js';

/** Ten days from Monday 2 March end on Friday the 13th. */
const PLAN = writtenPlan([
  { uid: 1, name: 'Dig', days: 10 },
  { uid: 2, name: 'Hole is dug', days: 0, after: [1] },
]);
const manager = person('project-manager', 'Grace Hopper');
const CRITERIA = [{ text: 'It is two metres deep', evidence: 'Survey' }, { text: 'It is fenced' }];
let projects: ServiceUnderTest;
let database: pg.Client;
let projectId: string;
let digId: string;
let milestoneId: string;

beforeAll(async () => {
  projects = await ServiceUnderTest.start('projects');
  database = new pg.Client({ connectionString: projects.home.url });
  await database.connect();
});
afterAll(async () => {
  await database.end();
  await projects.end();
});
beforeEach(async () => {
  const wall = confidentialProject(manager.personId);
  ({ projectId } = wall);
  await projects.ask(person('pmo-manager'), RegisterProject, wall);
  await projects.ask(manager, ImportPlan, wallPlan(projectId, PLAN));
  const { tasks } = await projects.ask(manager, ProjectPlan, { projectId });
  const idOf = (name: string) => tasks.find((task) => task.name === name)?.taskId ?? '';
  [digId, milestoneId] = [idOf('Dig'), idOf('Hole is dug')];
});

function progress(
  percentComplete: number,
  asOf: string,
  other: Partial<ReportProgress> = {},
  taskId = digId,
) {
  return projects.ask(manager, ReportProgress, { projectId, taskId, percentComplete, asOf, ...other });
}

async function trend() {
  const { milestones, ...chart } = await projects.ask(manager, MilestoneTrend, { projectId });
  return { ...chart, milestone: milestones[0] };
}

function file(by = manager) {
  return projects.ask(by, MilestoneRecord, { projectId, milestoneId });
}

function setCriteria(version: number, criteria: SetMilestoneCriteria['criteria'] = CRITERIA) {
  const owner = { ownerPersonId: manager.personId, ownerName: manager.name };
  return projects.ask(
    manager,
    SetMilestoneCriteria,
    { projectId, milestoneId, criteria, ...owner },
    { version },
  );
}

test('each change of the forecast is kept for its reporting date, and the slip since the baseline is told', async () => {
  await projects.ask(manager, TakeBaseline, { projectId, name: 'As promised' });
  await progress(0, '2026-03-04', { actualStart: '2026-03-04' });
  await progress(10, '2026-03-06', { actualStart: '2026-03-05' });
  const { asOf, milestone } = await trend();
  expect(asOf).toBe('2026-03-06');
  const said = milestone?.points.map(({ reportedOn, forecastOn }) => [reportedOn, forecastOn]);
  expect(said?.slice(0, 2)).toEqual([
    ['2026-03-04', '2026-03-17'],
    ['2026-03-06', '2026-03-18'],
  ]);
  expect(milestone).toMatchObject({
    baselineOn: '2026-03-13',
    firstBaselineOn: '2026-03-13',
    forecastOn: '2026-03-18',
    slipDays: 5,
  });
});

test('a milestone that is reached carries the day, and others hear of it', async () => {
  await progress(100, '2026-03-13', { actualStart: '2026-03-02', actualFinish: '2026-03-12' });
  await progress(100, '2026-03-13', { actualFinish: '2026-03-12' }, milestoneId);
  expect((await trend()).milestone).toMatchObject({ isDone: true, actualOn: '2026-03-12' });
  const heard = await projects.announced(MilestoneRecorded, projectId);
  expect(heard.at(-1)).toMatchObject({ milestoneId, isDone: true, actualOn: '2026-03-12' });
});

test('criteria and owner stand in the record with who set them, and others hear of them', async () => {
  const { milestone } = await file();
  const { version } = await setCriteria(milestone.version ?? 0);
  const { milestone: now, history } = await file();
  expect(now).toMatchObject({ version, criteria: CRITERIA, ownerName: 'Grace Hopper' });
  expect(history[0]).toMatchObject({
    version,
    cause: 'record',
    recordedByName: 'Grace Hopper',
    criteria: CRITERIA,
  });
  expect(history.map((one) => one.version)).toEqual(history.map((_, at) => version - at));
  expect((await projects.announced(MilestoneRecorded, projectId)).at(-1)).toMatchObject({
    criteria: CRITERIA,
    ownerPersonId: manager.personId,
  });
});

test('criteria are replaced on the version one saw, and no longer after acceptance', async () => {
  const { version } = await setCriteria((await file()).milestone.version ?? 0);
  await expect(setCriteria(version - 1)).rejects.toMatchObject({ code: 'projects/version-conflict' });
  const twice = [{ text: 'It is fenced' }, { text: 'it is fenced ' }];
  await expect(setCriteria(version, twice)).rejects.toMatchObject({ code: 'projects/criterion-twice' });
  await projects.hears(MilestoneAccepted, {
    projectId,
    milestoneId,
    milestoneName: 'Hole is dug',
    acceptedOn: '2026-03-13',
    acceptedBy: manager.personId,
    acceptedByName: manager.name,
  });
  const { milestone, history } = await file();
  expect(history[0]).toMatchObject({ cause: 'acceptance', acceptedOn: '2026-03-13' });
  await expect(setCriteria(milestone.version ?? 0, [])).rejects.toMatchObject({
    code: 'projects/milestone-accepted',
  });
});

test('another owner who is only known by id has no name', async () => {
  const { version } = await setCriteria((await file()).milestone.version ?? 0);
  const owner = { sharedWith: [], ownerPersonId: randomUUID() };
  await projects.ask(manager, ShareMilestone, { projectId, milestoneId, ...owner }, { version });
  expect((await file()).milestone).toMatchObject({ criteria: CRITERIA });
  expect((await file()).milestone.ownerName).toBeUndefined();
});

test('nobody rewrites the history of a milestone, and only who sees the project reads it', async () => {
  await expect(database.query('DELETE FROM milestone_history')).rejects.toThrow('it only grows');
  await expect(file(person('team-member'))).rejects.toMatchObject({ kind: 'not-found' });
  const none = { projectId, milestoneId: randomUUID() };
  await expect(projects.ask(manager, MilestoneRecord, none)).rejects.toMatchObject({
    code: 'projects/milestone-not-found',
  });
});

test('a milestone that left the plan is in no trend; what it was stays in its history', async () => {
  await projects.ask(
    manager,
    ImportPlan,
    wallPlan(projectId, writtenPlan([{ uid: 1, name: 'Dig', days: 10 }])),
  );
  expect((await trend()).milestone).toBeUndefined();
  await expect(file()).rejects.toMatchObject({ code: 'projects/milestone-not-found' });
  const { rows } = await database.query<{ cause: string; forecast_on: string }>(
    'SELECT cause, forecast_on FROM milestone_history WHERE milestone_id = $1 ORDER BY version',
    [milestoneId],
  );
  expect(rows).toEqual([
    { cause: 'plan', forecast_on: '2026-03-13' },
    { cause: 'withdrawal', forecast_on: '2026-03-13' },
  ]);
});
