import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  ImportPlan,
  ProjectPlan,
  RegisterProject,
  ReportProgress,
  ScheduleChanged,
  WhyThisDate,
} from '@meridian/contracts-projects';
import { person, ServiceUnderTest } from '@meridian/testing';
import { confidentialProject } from './confidential-project.js';
import { idsByName, wallPlan, writtenPlan } from './written-plan.js';

const PLAN = writtenPlan([
  { uid: 1, name: 'Build', isSummary: true },
  { uid: 2, name: 'Dig', level: 2, days: 5 },
  { uid: 3, name: 'Pour', level: 2, days: 5, after: [2] },
  { uid: 4, name: 'Walls stand', level: 2, days: 0, after: [3] },
]);
const manager = person('project-manager', 'Grace Hopper');
let projectId: string;
let projects: ServiceUnderTest;
let ids: ReadonlyMap<string, string>;

beforeAll(async () => {
  projects = await ServiceUnderTest.start('projects');
  const wall = confidentialProject(manager.personId);
  ({ projectId } = wall);
  await projects.ask(person('pmo-manager'), RegisterProject, wall);
  await projects.ask(manager, ImportPlan, wallPlan(projectId, PLAN));
  const { tasks } = await projects.ask(manager, ProjectPlan, { projectId });
  ids = idsByName(tasks);
});
afterAll(() => projects.end());

function why(task: string, end?: 'start' | 'finish', by = manager) {
  return projects.ask(by, WhyThisDate, { projectId, taskId: ids.get(task) ?? randomUUID(), end });
}

test('a milestone is explained back to the start of the project, across the weekend', async () => {
  const { name, at, steps } = await why('Walls stand');
  expect({ name, at }).toEqual({ name: 'Walls stand', at: '2026-03-13T17:00:00' });
  expect(steps.map((step) => [step.name, step.end, step.at, step.kind])).toEqual([
    ['Walls stand', 'finish', '2026-03-13T17:00:00', 'work'],
    ['Walls stand', 'start', '2026-03-13T17:00:00', 'link'],
    ['Pour', 'finish', '2026-03-13T17:00:00', 'work'],
    ['Pour', 'start', '2026-03-09T08:00:00', 'calendar'],
    ['Pour', 'start', '2026-03-06T17:00:00', 'link'],
    ['Dig', 'finish', '2026-03-06T17:00:00', 'work'],
    ['Dig', 'start', '2026-03-02T08:00:00', 'project-start'],
  ]);
  expect(steps[4]).toMatchObject({
    otherTaskId: ids.get('Dig'),
    otherEnd: 'finish',
    linkKind: 'FS',
    from: '2026-03-06T17:00:00',
    sentence: 'It starts after the finish of "Dig" (2026-03-06 17:00).',
  });
});

test('a summary has the date of what finishes last in it', async () => {
  const { at, steps } = await why('Build');
  expect(at).toBe('2026-03-13T17:00:00');
  expect(steps[0]).toMatchObject({ kind: 'summary', sentence: expect.stringContaining('finishes last') });
  expect(steps.at(-1)).toMatchObject({ kind: 'project-start' });
});

test('a report of progress explains what it moved, and those who hear of the move hear why', async () => {
  await projects.ask(manager, ReportProgress, {
    projectId,
    taskId: ids.get('Dig') ?? '',
    percentComplete: 50,
    asOf: '2026-03-06',
    actualStart: '2026-03-04',
  });
  const { steps } = await why('Pour', 'start');
  expect(steps.map(({ name, kind }) => [name, kind])).toEqual([
    ['Pour', 'link'],
    ['Dig', 'progress'],
    ['Dig', 'progress'],
  ]);
  expect(steps.at(-1)?.sentence).toBe('It has started: 2026-03-04 08:00 was reported.');

  const [change] = await projects.announced(ScheduleChanged, projectId);
  expect(change?.cause).toEqual({
    kind: 'progress',
    taskId: ids.get('Dig'),
    sentence: '"Dig" was reported 50 percent complete as of 2026-03-06.',
  });
  const drivers = new Map(change?.moved.map(({ taskId, driver }) => [taskId, driver]));
  expect(drivers.get(ids.get('Pour') ?? '')).toEqual({
    kind: 'link',
    taskId: ids.get('Dig'),
    sentence: 'It starts after the finish of "Dig".',
  });
  expect(drivers.get(ids.get('Dig') ?? '')).toMatchObject({ kind: 'progress' });
  expect(drivers.get(ids.get('Build') ?? '')).toBeUndefined();
});

test('nobody is told of a project they may not see, nor of a task that is not there', async () => {
  await expect(why('Pour', 'start', person('team-member'))).rejects.toMatchObject({ kind: 'not-found' });
  await expect(why('Nothing')).rejects.toMatchObject({ code: 'projects/task-not-found' });
});
