import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { GateDecided } from '@meridian/contracts-governance';
import {
  ImportPlan,
  ProjectPlan,
  RegisterProject,
  ReportProgress,
  ScheduleQuality,
} from '@meridian/contracts-projects';
import type { QualityFigure } from '@meridian/contracts-projects';
import { person, ServiceUnderTest } from '@meridian/testing';
import { confidentialProject } from './confidential-project.js';
import { wallPlan, writtenPlan } from './written-plan.js';

/** A chain of two, a task that hangs loose and is held to a day, and a milestone at the end. */
const PLAN = writtenPlan([
  { uid: 1, name: 'Build', isSummary: true },
  { uid: 2, name: 'Dig', level: 2, days: 5, people: ['Alan Turing'] },
  { uid: 3, name: 'Pour', level: 2, days: 5, after: [2], cost: 900 },
  { uid: 4, name: 'Survey', level: 2, days: 1, mustStartOn: '2026-03-04T08:00:00' },
  { uid: 5, name: 'Walls stand', level: 2, days: 0, after: [3] },
]);
const pmo = person('pmo-manager');
const manager = person('project-manager', 'Grace Hopper');
let projects: ServiceUnderTest;
let projectId: string;

beforeAll(async () => {
  projects = await ServiceUnderTest.start('projects');
});
afterAll(() => projects.end());
beforeEach(async () => {
  const wall = confidentialProject(manager.personId, [{ phaseId: 'build', name: 'Build', order: 1 }]);
  ({ projectId } = wall);
  await projects.ask(person('pmo-manager'), RegisterProject, wall);
  await projects.ask(manager, ImportPlan, wallPlan(projectId, PLAN));
});

function quality(figure?: string) {
  return projects.ask(manager, ScheduleQuality, { projectId, figure });
}

function named(figure: QualityFigure | undefined) {
  return figure?.tasks.map(({ name }) => name);
}

test('each of the 14 points opens to the tasks behind it, and disputed ones name their variants', async () => {
  const { dcma, gao, population } = await quality();
  expect(dcma.map(({ point }) => point)).toEqual(Array.from({ length: 14 }, (_, index) => index + 1));
  const [logic, , , , hard, , , , , resources] = dcma;
  expect(logic).toMatchObject({
    name: 'Logic',
    count: 3,
    among: 4,
    value: 0.75,
    passes: false,
    taskCount: 3,
  });
  expect(named(logic)).toEqual(['Dig', 'Survey', 'Walls stand']);
  expect(logic?.variants.map(({ name, value }) => [name, value])).toEqual([
    ['without the first and the last', 0.25],
    ['dangling ends', 0.75],
  ]);
  expect(named(hard)).toEqual(['Survey']);
  expect(named(resources)).toEqual(['Survey']);
  expect(population).toContain('Incomplete tasks');
  expect(gao).toHaveLength(10);
  expect(gao[1]).toMatchObject({ number: 2, points: [1, 2, 3, 4, 5], passes: false });
  expect(gao[7]?.figures).toMatchObject([{ name: 'Risk analysis' }]);
});

test('one figure is told alone, and what cannot be counted has no value', async () => {
  const { dcma, gao } = await quality('Missed tasks');
  expect(dcma).toMatchObject([{ point: 11, name: 'Missed tasks', taskCount: 0 }]);
  expect(dcma[0]?.value).toBeUndefined();
  expect(dcma[0]?.passes).toBeUndefined();
  expect(gao.flatMap(({ figures }) => figures)).toEqual([]);
});

test('with a report there is a status date, and what was due is counted', async () => {
  const { tasks } = await projects.ask(manager, ProjectPlan, { projectId });
  const taskId = tasks.find(({ name }) => name === 'Dig')?.taskId ?? '';
  const late = { percentComplete: 50, asOf: '2026-03-06', actualStart: '2026-03-04' };
  await projects.ask(manager, ReportProgress, { projectId, taskId, ...late });
  const { statusDate, dcma } = await quality();
  expect(statusDate).toBe('2026-03-06');
  expect(dcma[10]).toMatchObject({ point: 11, count: 1, among: 2, value: 0.5, passes: false });
  expect(named(dcma[10])).toEqual(['Dig']);
  expect(dcma[8]).toMatchObject({ point: 9, value: 1, passes: false });
  expect(named(dcma[8])).toEqual(['Survey']);
});

test('a check is kept at the import and once at each gate', async () => {
  const decided = {
    projectId,
    gateId: randomUUID(),
    name: 'G1 Ready to build',
    phaseId: 'build',
    decision: 'go' as const,
    reason: 'All evidence is there.',
    conditions: [],
    decidedBy: pmo.personId ?? '',
    decidedByName: pmo.name,
    decidedOn: '2026-03-02',
  };
  await projects.hears(GateDecided, decided);
  const { runs, dcma } = await quality();
  expect(runs.map(({ occasion, gateName }) => [occasion, gateName])).toEqual([
    ['gate', 'G1 Ready to build'],
    ['import', undefined],
  ]);
  const failed = dcma.filter(({ passes }) => passes === false).length;
  expect(runs[0]).toMatchObject({ planVersion: 1, scheduleVersion: 1, failed });
  expect(runs[0]?.points[0]).toEqual({ point: 1, value: 0.75, passes: false });
});

test('the schedule of a confidential project is judged for those who see it', async () => {
  const asked = projects.ask(person('team-member'), ScheduleQuality, { projectId });
  await expect(asked).rejects.toMatchObject({ kind: 'not-found' });
});
