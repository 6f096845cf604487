import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import {
  ExportPlan,
  ImportPlan,
  ListRecurringTasks,
  PlanAdopted,
  ProjectPlan,
  RecordRecurringTask,
  RegisterProject,
  RemoveRecurringTask,
  ReportProgress,
  TasksPlanned,
} from '@meridian/contracts-projects';
import { person, ServiceUnderTest } from '@meridian/testing';
import { confidentialProject } from './confidential-project.js';
import { idsByName, wallPlan, writtenPlan, type WrittenTask } from './written-plan.js';

const TASKS: readonly WrittenTask[] = [
  { uid: 1, name: 'Site', level: 1, isSummary: true },
  { uid: 2, name: 'Dig', level: 2, days: 5, people: ['Alan Turing'] },
  { uid: 3, name: 'Pour', level: 2, days: 15, after: [2] },
];
const manager = person('project-manager', 'Grace Hopper');
let projects: ServiceUnderTest;
let projectId: string;
let taskId: string;

beforeAll(async () => {
  projects = await ServiceUnderTest.start('projects');
});
afterAll(() => projects.end());
beforeEach(async () => {
  const wall = confidentialProject(manager.personId);
  ({ projectId } = wall);
  taskId = randomUUID();
  await projects.ask(person('pmo-manager'), RegisterProject, wall);
  await projects.ask(manager, ImportPlan, wallPlan(projectId, writtenPlan(TASKS)));
});

const MONDAYS: Omit<RecordRecurringTask, 'projectId' | 'taskId'> = {
  name: 'Site meeting',
  pattern: { every: 'week', weekdays: ['monday'], from: '2026-03-02', occurrences: 3 },
  startsAt: '09:00',
  durationMinutes: 60,
  onFreeDay: 'move',
};

function record(change: Partial<RecordRecurringTask> = {}, version?: number) {
  const request = { projectId, taskId, ...MONDAYS, ...change };
  return projects.ask(manager, RecordRecurringTask, request, {
    key: randomUUID(),
    ...(version === undefined ? {} : { version }),
  });
}

async function plan() {
  return projects.ask(manager, ProjectPlan, { projectId });
}

async function report(name: string, percentComplete: number) {
  const task = idsByName((await plan()).tasks).get(name) ?? '';
  await projects.ask(manager, ReportProgress, {
    projectId,
    taskId: task,
    percentComplete,
    asOf: '2026-03-02',
    actualStart: '2026-03-02',
    ...(percentComplete === 100 ? { actualFinish: '2026-03-02' } : {}),
  });
}

test('a task that repeats stands in the plan with its occurrences, and the others hear of a new version', async () => {
  const site = idsByName((await plan()).tasks).get('Site') ?? '';
  const recorded = await record({ parentTaskId: site });
  expect(recorded).toEqual({
    id: taskId,
    version: 1,
    planVersion: 2,
    occurrences: 3,
    kept: 0,
    start: '2026-03-02',
    finish: '2026-03-16',
  });
  expect((await plan()).tasks.map(({ name, start }) => [name, start.slice(0, 10)])).toEqual([
    ['Site', '2026-03-02'],
    ['Dig', '2026-03-02'],
    ['Pour', '2026-03-09'],
    ['Site meeting', '2026-03-02'],
    ['Site meeting 1', '2026-03-02'],
    ['Site meeting 2', '2026-03-09'],
    ['Site meeting 3', '2026-03-16'],
  ]);
  const adopted = (await projects.announced(PlanAdopted, projectId)).at(-1);
  expect(adopted).toMatchObject({
    planVersion: 2,
    source: 'Recurring task: Site meeting',
    taskCount: 7,
    assignmentCount: 1,
    linkCount: 1,
    resourceCount: 1,
  });
  const told = (await projects.announced(TasksPlanned, projectId)).at(-1);
  expect(told?.tasks.find(({ name }) => name === 'Site meeting 2')).toMatchObject({ start: '2026-03-09' });
});

test('its pattern is listed, changed by who read it last, and keeps what has begun', async () => {
  await record();
  await report('Site meeting 1', 100);
  const { tasks, calendars, parents } = await projects.ask(manager, ListRecurringTasks, { projectId });
  expect(tasks).toMatchObject([
    {
      taskId,
      version: 1,
      name: 'Site meeting',
      pattern: MONDAYS.pattern,
      startsAt: '09:00',
      durationMinutes: 60,
      occurrences: 3,
      done: 1,
      next: '2026-03-09',
      recordedByName: 'Grace Hopper',
    },
  ]);
  expect(calendars).toEqual([{ key: '1', name: 'Standard' }]);
  expect(parents.map(({ name }) => name)).toEqual([expect.stringContaining('Site')]);

  const tuesdays = { ...MONDAYS.pattern, weekdays: ['tuesday'] as const, from: '2026-03-03' };
  await expect(record({ pattern: tuesdays }, 0)).rejects.toMatchObject({ code: 'projects/version-conflict' });
  expect(await record({ pattern: tuesdays, calendarKey: '1' }, 1)).toMatchObject({
    version: 2,
    planVersion: 3,
    occurrences: 4,
    kept: 1,
  });
  const starts = (await plan()).tasks.filter(({ name }) => name.startsWith('Site meeting '));
  expect(
    starts.map(({ name, start, percentComplete }) => [name, start.slice(0, 10), percentComplete]),
  ).toEqual([
    ['Site meeting 1', '2026-03-02', 100],
    ['Site meeting 2', '2026-03-03', 0],
    ['Site meeting 3', '2026-03-10', 0],
    ['Site meeting 4', '2026-03-17', 0],
  ]);
});

test('it is known again in a file that was written and read, and its occurrences keep their ids', async () => {
  await record();
  const before = idsByName((await plan()).tasks);
  const file = await projects.ask(manager, ExportPlan, { projectId, format: 'mspdi' });
  expect(file.content).toContain('<Recurring>1</Recurring>');
  const again = await projects.ask(manager, ImportPlan, {
    projectId,
    fileName: 'again.xml',
    contentBase64: Buffer.from(file.content).toString('base64'),
  });
  expect(again.notes).toContainEqual(
    expect.objectContaining({
      kind: 'task',
      name: 'Site meeting',
      action: 'changed',
      reason: expect.stringContaining('its 3 occurrences') as unknown,
    }),
  );
  expect(idsByName((await plan()).tasks)).toEqual(before);
  const { tasks } = await projects.ask(manager, ListRecurringTasks, { projectId });
  expect(tasks).toMatchObject([{ version: 1, pattern: MONDAYS.pattern, occurrences: 3 }]);
});

test('it leaves the plan with the occurrences that have not begun; the file before is a change again', async () => {
  await record();
  await report('Site meeting 1', 100);
  const request = { projectId, taskId };
  const removed = await projects.ask(manager, RemoveRecurringTask, request, {
    key: randomUUID(),
    version: 1,
  });
  expect(removed).toEqual({ taskId, planVersion: 3, removed: 2, kept: 1 });
  expect((await plan()).tasks.map(({ name }) => name)).toEqual([
    'Site',
    'Dig',
    'Pour',
    'Site meeting',
    'Site meeting 1',
  ]);
  expect((await projects.ask(manager, ListRecurringTasks, { projectId })).tasks).toEqual([]);
  const twice = projects.ask(manager, RemoveRecurringTask, request, { key: randomUUID() });
  await expect(twice).rejects.toMatchObject({ code: 'projects/not-recurring' });
  const file = wallPlan(projectId, writtenPlan(TASKS));
  expect(await projects.ask(manager, ImportPlan, file)).toMatchObject({ isUnchanged: false, planVersion: 4 });
});

test('who does not manage the project writes none, nor is one written that could not be placed', async () => {
  const other = person('project-manager');
  const request = { projectId, taskId, ...MONDAYS };
  await expect(projects.ask(other, RecordRecurringTask, request)).rejects.toMatchObject({
    code: expect.stringMatching(/not-found|forbidden|not-manager/) as unknown,
  });
  await expect(record({ calendarKey: 'moon' })).rejects.toMatchObject({ code: 'projects/calendar-unknown' });
  const dig = idsByName((await plan()).tasks).get('Dig') ?? '';
  await expect(record({ parentTaskId: dig })).rejects.toMatchObject({ code: 'projects/not-a-summary' });
  await expect(record({ taskId: dig })).rejects.toMatchObject({ code: 'projects/not-recurring' });
  expect((await plan()).tasks).toHaveLength(3);
});
