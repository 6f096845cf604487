import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import {
  ImportPlan,
  ProjectPlan,
  RegisterProject,
  ReportProgress,
  ScheduleChanged,
  ScheduleRules,
  SetScheduleRules,
} from '@meridian/contracts-projects';
import { person, ServiceUnderTest } from '@meridian/testing';
import type { AskOptions } from '@meridian/testing';
import { wallPlan, writtenPlan } from './written-plan.js';

/** Both start on Monday 2026-03-02 as logic has it; Pour must start on the day after Dig begins. */
const TASKS = [
  { uid: 1, name: 'Dig', days: 5 },
  { uid: 2, name: 'Pour', days: 5, after: [1], mustStartOn: '2026-03-03T08:00:00' },
];
const AS_FILE = { outOfSequence: 'retained-logic', honour: 'constraint' } as const;
const pmo = person('pmo-manager');
const manager = person('project-manager', 'Grace Hopper');
let projects: ServiceUnderTest;
let projectId: string;

beforeAll(async () => {
  projects = await ServiceUnderTest.start('projects');
});
afterAll(() => projects.end());
beforeEach(async () => {
  projectId = randomUUID();
  const code = `R-${projectId.slice(0, 8)}`;
  const record = { projectId, code, name: 'Wall', portfolio: 'Roads', currency: 'EUR' };
  const managed = { stage: 'delivery', managerPersonId: manager.personId, phases: [] } as const;
  await projects.ask(pmo, RegisterProject, { ...record, ...managed });
  await importPlan(TASKS);
});

function importPlan(tasks: Parameters<typeof writtenPlan>[0]) {
  return projects.ask(manager, ImportPlan, wallPlan(projectId, writtenPlan(tasks)));
}

type Rules = Omit<SetScheduleRules, 'projectId'>;

function set(rules: Rules, options: AskOptions = {}, by = manager) {
  return projects.ask(by, SetScheduleRules, { projectId, ...rules }, options);
}

async function starts(): Promise<Record<string, string>> {
  const { tasks } = await projects.ask(manager, ProjectPlan, { projectId });
  return Object.fromEntries(tasks.map(({ name, start }) => [name, start.slice(0, 10)]));
}

test('the rules are those of the file until a person sets them, and every clash is told', async () => {
  const rules = await projects.ask(manager, ScheduleRules, { projectId });
  expect(rules).toMatchObject({ version: 1, ...AS_FILE });
  expect(rules.setByName).toBeUndefined();
  expect(rules.clashes).toMatchObject([
    {
      kind: 'constraint',
      name: 'Pour',
      end: 'start',
      wantedAt: '2026-03-03T08:00:00',
      logicAt: '2026-03-09T08:00:00',
      honoured: 'constraint',
      linkFromTaskId: expect.any(String),
    },
  ]);
  expect(await starts()).toEqual({ Dig: '2026-03-02', Pour: '2026-03-03' });
});

test('where the link is honoured the constraint gives way, and the clash stays told', async () => {
  await expect(set({ ...AS_FILE, honour: 'link' }, { version: 1 })).resolves.toMatchObject({ version: 2 });
  expect(await starts()).toEqual({ Dig: '2026-03-02', Pour: '2026-03-09' });
  const rules = await projects.ask(manager, ScheduleRules, { projectId });
  expect(rules).toMatchObject({ version: 2, honour: 'link', setByName: 'Grace Hopper' });
  expect(rules.clashes).toMatchObject([{ name: 'Pour', honoured: 'link' }]);
  const [change] = await projects.announced(ScheduleChanged, projectId);
  expect(change?.cause).toMatchObject({ kind: 'schedule-rules', sentence: expect.stringContaining('link') });
  expect(change?.moved).toMatchObject([{ start: '2026-03-09', driver: { kind: 'link' } }]);
});

test('nothing undone is planned before the evening of the status date', async () => {
  await set({ ...AS_FILE, honour: 'link', statusDate: '2026-03-06' });
  expect(await starts()).toEqual({ Dig: '2026-03-09', Pour: '2026-03-16' });
  const [change] = await projects.announced(ScheduleChanged, projectId);
  expect(change).toMatchObject({ dataDate: '2026-03-06', cause: { kind: 'schedule-rules' } });
  await set({ ...AS_FILE, honour: 'link' });
  expect(await starts()).toEqual({ Dig: '2026-03-02', Pour: '2026-03-09' });
});

test('what began out of sequence waits under retained logic and goes on under progress override', async () => {
  const { tasks } = await projects.ask(manager, ProjectPlan, { projectId });
  const pour = tasks.find(({ name }) => name === 'Pour')?.taskId ?? '';
  const early = { percentComplete: 20, asOf: '2026-03-03', actualStart: '2026-03-03' };
  await projects.ask(manager, ReportProgress, { projectId, taskId: pour, ...early });
  const finishOfPour = async () => {
    const plan = await projects.ask(manager, ProjectPlan, { projectId });
    return plan.tasks.find(({ name }) => name === 'Pour')?.finish.slice(0, 10);
  };
  await set({ ...AS_FILE, honour: 'link' });
  expect(await finishOfPour()).toBe('2026-03-12');
  await set({ ...AS_FILE, honour: 'link', outOfSequence: 'progress-override' });
  expect(await finishOfPour()).toBe('2026-03-09');
  const { clashes } = await projects.ask(manager, ScheduleRules, { projectId });
  expect(clashes).toMatchObject([{ kind: 'out-of-sequence', name: 'Pour', honoured: 'actual' }]);
});

test('rules that a person set outlive the next import', async () => {
  await set({ ...AS_FILE, honour: 'link', statusDate: '2026-03-06' });
  await importPlan([...TASKS, { uid: 3, name: 'Paint', days: 1, after: [2] }]);
  expect(await starts()).toEqual({ Dig: '2026-03-09', Pour: '2026-03-16', Paint: '2026-03-23' });
  const { dataDate } = await projects.ask(manager, ProjectPlan, { projectId });
  expect(dataDate).toBe('2026-03-06');
});

test('rules are set on the version one saw, by who manages the project, for a day that is over', async () => {
  await expect(set(AS_FILE, { version: 2 })).rejects.toMatchObject({
    code: 'projects/version-conflict',
    kind: 'stale-version',
    details: { version: 1 },
  });
  await expect(set(AS_FILE, {}, person('project-manager'))).rejects.toMatchObject({ kind: 'forbidden' });
  await expect(set({ ...AS_FILE, statusDate: '2199-01-01' })).rejects.toMatchObject({
    code: 'projects/status-date-in-future',
    kind: 'unprocessable',
  });
  expect(await projects.announced(ScheduleChanged, projectId)).toEqual([]);
});

test('sent twice with one key, rules are set once', async () => {
  const key = randomUUID();
  const first = await set({ ...AS_FILE, honour: 'link' }, { key });
  expect(await set({ ...AS_FILE, honour: 'link' }, { key })).toEqual(first);
  const rows = await projects.rows('SELECT 1 FROM schedule_rules WHERE project_id = $1::uuid', projectId);
  expect(rows).toHaveLength(1);
});
