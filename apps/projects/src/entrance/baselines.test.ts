import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import {
  BaselineTaken,
  CompareBaselines,
  ImportPlan,
  ListBaselines,
  MilestoneRecorded,
  PlanAdopted,
  ProjectPlan,
  RegisterProject,
  ReportProgress,
  TakeBaseline,
  TasksPlanned,
} from '@meridian/contracts-projects';
import { person, ServiceUnderTest } from '@meridian/testing';
import { confidentialProject } from './confidential-project.js';
import { wallPlan, writtenPlan, type WrittenTask } from './written-plan.js';

const TASKS: readonly WrittenTask[] = [
  { uid: 1, name: 'Survey', days: 1, cost: 100 },
  { uid: 2, name: 'Dig', days: 5, after: [1], cost: 500, people: ['Alan Turing'] },
  { uid: 3, name: 'Pour', days: 5, after: [2], cost: 900 },
  { uid: 4, name: 'Walls stand', days: 0, after: [3] },
];
const manager = person('project-manager', 'Grace Hopper');
let projects: ServiceUnderTest;
let projectId: string;

beforeAll(async () => {
  projects = await ServiceUnderTest.start('projects');
});
afterAll(() => projects.end());
beforeEach(async () => {
  const wall = confidentialProject(manager.personId);
  ({ projectId } = wall);
  await projects.ask(person('pmo-manager'), RegisterProject, wall);
  await importPlan(TASKS);
});

function importPlan(tasks: readonly WrittenTask[]) {
  return projects.ask(manager, ImportPlan, wallPlan(projectId, writtenPlan(tasks)));
}

type Wish = Omit<TakeBaseline, 'projectId'>;

function take(wish: Wish, by = manager, key = randomUUID()) {
  return projects.ask(by, TakeBaseline, { projectId, ...wish }, { key });
}

async function tasks() {
  const plan = await projects.ask(manager, ProjectPlan, { projectId });
  return new Map(plan.tasks.map((task) => [task.name, task]));
}

/** Survey took until Thursday in place of Monday: what follows moves by three days. */
async function surveyIsLate() {
  const taskId = (await tasks()).get('Survey')?.taskId ?? '';
  const late = {
    percentComplete: 100,
    asOf: '2026-03-06',
    actualStart: '2026-03-05',
    actualFinish: '2026-03-05',
  };
  await projects.ask(manager, ReportProgress, { projectId, taskId, ...late });
}

test('the first baseline is taken without a decision, and told to the others as a new version of the plan', async () => {
  const note = await take({ name: 'As promised' });
  expect(note).toMatchObject({ number: 1 });
  const { baselines } = await projects.ask(manager, ListBaselines, { projectId });
  expect(baselines).toMatchObject([
    {
      baselineId: note.baselineId,
      name: 'As promised',
      takenByName: 'Grace Hopper',
      start: '2026-03-02',
      finish: '2026-03-16',
      budgetMinor: '150000',
      currency: 'EUR',
      taskCount: 4,
      linkCount: 3,
    },
  ]);
  expect(await projects.announced(BaselineTaken, projectId)).toMatchObject([
    { number: 1, planVersion: 2, budgetMinor: '150000', takenBy: manager.personId },
  ]);
  expect((await projects.announced(PlanAdopted, projectId)).at(-1)).toMatchObject({
    planVersion: 2,
    source: 'Baseline 1: As promised',
    taskCount: 4,
    assignmentCount: 1,
  });
});

test('a later baseline names its decision; what was due keeps what was promised, the rest is promised anew', async () => {
  await surveyIsLate();
  await take({ name: 'Old' });
  await expect(take({ name: 'New' })).rejects.toMatchObject({ code: 'projects/rebaseline-needs-decision' });
  const note = await take({ name: 'New', decision: 'Board 2026-03-06, item 3' });
  expect(note).toMatchObject({ number: 2, keptTasks: 1 });
  const now = await tasks();
  expect(now.get('Survey')).toMatchObject({ baselineFinish: '2026-03-02' });
  expect(now.get('Dig')).toMatchObject({ baselineStart: '2026-03-06', baselineFinish: '2026-03-12' });
  const told = (await projects.announced(TasksPlanned, projectId)).at(-1);
  expect(told?.tasks.find(({ name }) => name === 'Dig')).toMatchObject({ baselineFinish: '2026-03-12' });
  expect((await projects.announced(MilestoneRecorded, projectId)).at(-1)).toMatchObject({
    name: 'Walls stand',
    baselineOn: '2026-03-19',
    forecastOn: '2026-03-19',
  });
});

test('closed days are not promised anew, nor is a name given twice', async () => {
  await surveyIsLate();
  const early = { name: 'Early', effectiveOn: '2026-03-05' };
  await expect(take(early)).rejects.toMatchObject({
    code: 'projects/baseline-retroactive',
    details: { found: '2026-03-05', earliest: '2026-03-06' },
  });
  await expect(take({ name: 'Late', effectiveOn: '2199-01-01' })).rejects.toMatchObject({
    code: 'projects/baseline-in-future',
  });
  await take({ name: 'One' });
  await expect(take({ name: 'One', decision: 'D-1' })).rejects.toMatchObject({
    code: 'projects/baseline-name-taken',
    kind: 'conflict',
  });
  expect(await projects.announced(BaselineTaken, projectId)).toHaveLength(1);
});

test('any two baselines, or one and the plan of now, are compared in dates, cost, scope and logic', async () => {
  const { baselineId: from } = await take({ name: 'One', effectiveOn: '2026-03-01' });
  await importPlan([
    ...TASKS.slice(0, 2),
    { uid: 3, name: 'Pour', days: 7, after: [1], cost: 1000 },
    { uid: 5, name: 'Paint', days: 1, after: [3], cost: 50 },
  ]);
  const compared = await projects.ask(manager, CompareBaselines, { projectId, from });
  expect(compared).toMatchObject({
    from: { name: 'One', finish: '2026-03-16', budgetMinor: '150000', taskCount: 4 },
    to: { name: 'The plan now', finish: '2026-03-12', budgetMinor: '165000', taskCount: 4 },
    finishDays: -4,
    addedTasks: 1,
    removedTasks: 1,
    movedTasks: 1,
    addedLinks: 2,
    removedLinks: 2,
  });
  expect(compared.tasks.find(({ name }) => name === 'Pour')).toMatchObject({
    change: 'changed',
    finishBefore: '2026-03-16',
    finish: '2026-03-11',
    finishDays: -5,
    budgetMinorMore: '10000',
  });
  const { baselineId: to } = await take({ name: 'Two', decision: 'D-2', effectiveOn: '2026-03-01' });
  const again = await projects.ask(manager, CompareBaselines, { projectId, from, to });
  expect(again.tasks).toEqual(compared.tasks);
  expect(again.links).toEqual(compared.links);
});

test('a plan file changes nothing of what was promised here', async () => {
  await take({ name: 'One' });
  await importPlan([{ uid: 1, name: 'Survey', days: 3, cost: 100 }, ...TASKS.slice(1)]);
  expect((await tasks()).get('Survey')).toMatchObject({
    finish: '2026-03-04T17:00:00',
    baselineFinish: '2026-03-02',
  });
});

test('a baseline is never edited, whoever tries', async () => {
  const { baselineId } = await take({ name: 'One' });
  const edit = 'UPDATE baseline_task SET finish = start WHERE baseline_id = $1::uuid';
  await expect(projects.rows(edit, baselineId)).rejects.toThrow('never edited');
  const drop = 'DELETE FROM baseline WHERE baseline_id = $1::uuid';
  await expect(projects.rows(drop, baselineId)).rejects.toThrow('never edited');
});

test('sent twice with one key it is taken once; others may neither take nor see it', async () => {
  const key = randomUUID();
  const first = await take({ name: 'One' }, manager, key);
  expect(await take({ name: 'One' }, manager, key)).toEqual(first);
  const { baselines } = await projects.ask(manager, ListBaselines, { projectId });
  expect(baselines).toHaveLength(1);
  const stranger = person('team-member');
  await expect(take({ name: 'Two', decision: 'D' }, stranger)).rejects.toMatchObject({ kind: 'not-found' });
  const compare = { projectId, from: first.baselineId };
  await expect(projects.ask(stranger, CompareBaselines, compare)).rejects.toMatchObject({
    kind: 'not-found',
  });
  await expect(
    projects.ask(manager, CompareBaselines, { projectId, from: randomUUID() }),
  ).rejects.toMatchObject({ code: 'projects/baseline-not-found' });
});
