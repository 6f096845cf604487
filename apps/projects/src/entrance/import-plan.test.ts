import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import {
  AssignmentsPlanned,
  ImportPlan,
  MilestoneRecorded,
  MilestoneWithdrawn,
  PlanAdopted,
  ProjectPlan,
  ProjectRecord,
  RegisterProject,
  ReportProgress,
  TasksPlanned,
} from '@meridian/contracts-projects';
import { person, ServiceUnderTest } from '@meridian/testing';
import { writtenPlan, type WrittenTask } from './written-plan.js';

const pmo = person('pmo-manager');
const manager = person('project-manager', 'Grace Hopper');
let projects: ServiceUnderTest;
let projectId: string;
let count = 0;

const PLAN: readonly WrittenTask[] = [
  { uid: 1, name: 'Build', isSummary: true },
  { uid: 2, name: 'Dig', level: 2, days: 5, cost: 1200, people: ['Alan Turing'] },
  { uid: 3, name: 'Pour', level: 2, days: 5, after: [2] },
  { uid: 4, name: 'Walls stand', level: 2, days: 0, after: [3] },
  { uid: 5, name: 'Handover', days: 0, after: [4] },
];

beforeAll(async () => {
  projects = await ServiceUnderTest.start('projects');
});
afterAll(() => projects.end());
beforeEach(async () => {
  const { id } = await projects.ask(pmo, RegisterProject, {
    code: `B-${(count += 1)}`,
    name: 'Bridge',
    portfolio: 'Roads',
    stage: 'delivery',
    currency: 'EUR',
    managerPersonId: manager.personId,
    phases: [
      { phaseId: 'build', name: 'Build', order: 1, gateOn: '2026-03-12' },
      { phaseId: 'close', name: 'Close', order: 2 },
    ],
  });
  projectId = id;
});

function adopt(tasks: readonly WrittenTask[], currency = 'EUR', by = manager) {
  const contentBase64 = Buffer.from(writtenPlan(tasks, currency)).toString('base64');
  return projects.ask(by, ImportPlan, { projectId, fileName: 'bridge.xml', contentBase64 });
}

test('a plan is adopted, computed and announced with tasks, assignments and milestones', async () => {
  const report = await adopt(PLAN);
  expect(report).toMatchObject({
    planVersion: 1,
    isUnchanged: false,
    start: '2026-03-02',
    finish: '2026-03-13',
  });
  expect(report).toMatchObject({ criticalCount: 4, milestoneCount: 2, notes: [] });
  expect(await projects.announced(PlanAdopted, projectId)).toMatchObject([
    { planVersion: 1, taskCount: 5, milestoneCount: 2, linkCount: 3, assignmentCount: 1, taskParts: 1 },
  ]);
  const [part] = await projects.announced(TasksPlanned, projectId);
  expect(
    part?.tasks.map(({ name, start, finish, budgetMinor }) => [name, start, finish, budgetMinor]),
  ).toEqual([
    ['Build', '2026-03-02', '2026-03-13', undefined],
    ['Dig', '2026-03-02', '2026-03-06', '120000'],
    ['Pour', '2026-03-09', '2026-03-13', undefined],
    ['Walls stand', '2026-03-13', '2026-03-13', undefined],
    ['Handover', '2026-03-13', '2026-03-13', undefined],
  ]);
  expect(await projects.announced(AssignmentsPlanned, projectId)).toMatchObject([
    {
      assignments: [
        { taskName: 'Dig', resourceName: 'Alan Turing', start: '2026-03-02', finish: '2026-03-06' },
      ],
    },
  ]);
  expect(await projects.announced(MilestoneRecorded, projectId)).toMatchObject([
    { name: 'Walls stand', version: 1, baselineOn: '2026-03-13', forecastOn: '2026-03-13', phaseId: 'close' },
    { name: 'Handover', version: 1 },
  ]);
  const { tasks } = await projects.ask(manager, ProjectPlan, { projectId });
  expect(tasks[2]).toMatchObject({ name: 'Pour', whyThisDate: 'It starts after the finish of "Dig".' });
});

test('the same file again changes nothing and announces nothing', async () => {
  const first = await adopt(PLAN);
  const before = await projects.rows('SELECT 1 FROM bus.outbox');
  expect(await adopt(PLAN)).toEqual({ ...first, isUnchanged: true });
  expect(await projects.rows('SELECT 1 FROM bus.outbox')).toHaveLength(before.length);
});

test('a changed file keeps ids, baseline and reported progress, and withdraws milestones that vanished', async () => {
  await adopt(PLAN);
  const { tasks: before } = await projects.ask(manager, ProjectPlan, { projectId });
  const id = (name: string) => before.find((task) => task.name === name)?.taskId ?? '';
  const done = { taskId: id('Dig'), percentComplete: 40, asOf: '2026-03-03' };
  await projects.ask(manager, ReportProgress, { projectId, ...done });

  const changed = PLAN.filter(({ uid }) => uid !== 4).map((task) =>
    task.uid === 3 ? { ...task, days: 10 } : task.uid === 5 ? { ...task, after: [3] } : task,
  );
  expect(await adopt(changed)).toMatchObject({ planVersion: 2, isUnchanged: false, finish: '2026-03-20' });
  const { tasks: after } = await projects.ask(manager, ProjectPlan, { projectId });
  expect(after.map(({ name, taskId }) => [name, taskId])).toEqual(
    ['Build', 'Dig', 'Pour', 'Handover'].map((name) => [name, id(name)]),
  );
  expect(after[1]).toMatchObject({ name: 'Dig', percentComplete: 40, version: 3 });
  expect(await projects.announced(MilestoneWithdrawn, projectId)).toEqual([
    { projectId, milestoneId: id('Walls stand'), name: 'Walls stand', planVersion: 2 },
  ]);
  const { milestones } = await projects.ask(manager, ProjectRecord, { projectId });
  expect(milestones).toMatchObject([
    { name: 'Handover', baselineOn: '2026-03-13', forecastOn: '2026-03-20', slipDays: 7 },
  ]);
});

test('money in another currency than the project has is left out', async () => {
  await adopt(PLAN, 'USD');
  const [part] = await projects.announced(TasksPlanned, projectId);
  expect(part?.tasks.filter(({ budgetMinor }) => budgetMinor !== undefined)).toEqual([]);
});

test('tasks of many pages come in outline order, page by page', async () => {
  await adopt(PLAN);
  const first = await projects.ask(manager, ProjectPlan, { projectId, limit: 3 });
  const cursor = first.nextCursor ?? '';
  const rest = await projects.ask(manager, ProjectPlan, { projectId, limit: 3, cursor });
  expect([...first.tasks, ...rest.tasks].map(({ wbs }) => wbs)).toHaveLength(5);
  expect(rest.nextCursor).toBeUndefined();
});

test.each(['abc', '-1', '99999999999', ''])('a made-up cursor "%s" is refused and named', async (cursor) => {
  await adopt(PLAN);
  await expect(projects.ask(manager, ProjectPlan, { projectId, cursor })).rejects.toMatchObject({
    violations: [{ path: 'cursor', message: expect.stringContaining('which no page of this list gave') }],
  });
});

test('only who manages the project imports its plan, and something else than a plan is refused', async () => {
  await expect(adopt(PLAN, 'EUR', person('project-manager'))).rejects.toMatchObject({
    code: 'access/not-your-project',
    kind: 'forbidden',
  });
  const contentBase64 = Buffer.from('<html></html>').toString('base64');
  await expect(
    projects.ask(manager, ImportPlan, { projectId, fileName: 'page.xml', contentBase64 }),
  ).rejects.toMatchObject({ code: 'projects/plan-file-not-a-plan', kind: 'unprocessable' });
  expect(await projects.ask(manager, ProjectPlan, { projectId })).toMatchObject({
    planVersion: 0,
    tasks: [],
  });
});
