import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import {
  EstimateTask,
  FinishSimulated,
  ImportPlan,
  ProjectPlan,
  RegisterProject,
  ReportProgress,
  ScheduleQuality,
  ScheduleRisk,
  SimulateRisk,
} from '@meridian/contracts-projects';
import { person, ServiceUnderTest } from '@meridian/testing';
import type { AskOptions } from '@meridian/testing';
import { confidentialProject } from './confidential-project.js';
import { idsByName, wallPlan, writtenPlan } from './written-plan.js';

/** A busy machine takes its time to start the threads of the first simulation. */
const PATIENCE_MS = 120_000;
jest.setTimeout(2 * PATIENCE_MS);

const DAY = 480;
/** Dig decides the finish, Survey beside it never does. */
const PLAN = writtenPlan([
  { uid: 1, name: 'Build', isSummary: true },
  { uid: 2, name: 'Dig', level: 2, days: 10 },
  { uid: 3, name: 'Survey', level: 2, days: 1 },
  { uid: 4, name: 'Walls stand', level: 2, days: 0, after: [2, 3] },
]);
const manager = person('project-manager', 'Grace Hopper');
let projects: ServiceUnderTest;
let projectId: string;
let ids: ReadonlyMap<string, string>;

beforeAll(async () => {
  projects = await ServiceUnderTest.start('projects');
});
afterAll(() => projects.end());
beforeEach(async () => {
  const wall = confidentialProject(manager.personId);
  ({ projectId } = wall);
  await projects.ask(person('pmo-manager'), RegisterProject, wall);
  await projects.ask(manager, ImportPlan, wallPlan(projectId, PLAN));
  const { tasks } = await projects.ask(manager, ProjectPlan, { projectId });
  ids = idsByName(tasks);
});

type Days = readonly [low: number, likely: number, high: number];

function estimate(task: string, [low, likely, high]: Days, options: AskOptions = {}, by = manager) {
  const minutes = { lowMinutes: low * DAY, likelyMinutes: likely * DAY, highMinutes: high * DAY };
  const wish = { projectId, taskId: ids.get(task) ?? randomUUID(), ...minutes, shape: 'triangular' as const };
  return projects.ask(by, EstimateTask, wish, options);
}

function simulate(wish: { readonly runs?: number; readonly seed?: number } = {}, by = manager) {
  const options = { timeoutMs: PATIENCE_MS };
  return projects.ask(by, SimulateRisk, { projectId, runs: 2000, ...wish }, options);
}

async function risk() {
  return projects.ask(manager, ScheduleRisk, { projectId });
}

test('half of the runs keep the median of the one task that decides, and it alone is critical', async () => {
  await estimate('Dig', [5, 10, 14]);
  await estimate('Survey', [1, 1, 2]);
  const note = await simulate({ seed: 7 });
  expect(note).toMatchObject({ plannedFinish: '2026-03-13', p50: '2026-03-13' });
  const [fact] = await projects.announced(FinishSimulated, projectId);
  expect(fact).toMatchObject({ ...note, projectId, runs: 2000 });
  expect((fact?.p10 ?? '') < note.p50 && note.p80 <= (fact?.p90 ?? '')).toBe(true);
  const { simulation, estimates } = await risk();
  expect(estimates.map(({ name, version, shape }) => [name, version, shape])).toEqual([
    ['Dig', 1, 'triangular'],
    ['Survey', 1, 'triangular'],
  ]);
  expect(simulation).toMatchObject({
    simulationId: note.simulationId,
    requestedByName: 'Grace Hopper',
    runs: 2000,
    seed: 7,
    isCurrent: true,
    planVersion: 1,
  });
  const [dig] = simulation?.tasks ?? [];
  expect(dig).toMatchObject({ name: 'Dig', criticality: 1 });
  expect(dig?.cruciality).toBeGreaterThan(0.99);
  expect(simulation?.tasks.find(({ name }) => name === 'Survey')?.criticality).toBe(0);
});

/**
 * The triangle of 5, 10 and 14 days (a, c, b): P10 is a + sqrt(0.1 (b - a)(c - a)) = 7.12 days, P50 likewise 9.74, P90
 * b - sqrt(0.1 (b - a)(b - c)) = 12.10; 10 days keep (c - a) / (b - a) = 5/9 of the runs. Each lies five standard errors
 * and more from the next day, whatever is drawn.
 */
test('P10 and P90 are those of the triangle that was estimated', async () => {
  await estimate('Dig', [5, 10, 14]);
  await simulate({ runs: 20_000, seed: 1 });
  const { simulation } = await risk();
  const on = new Map(simulation?.finishes.map((finish) => [finish.percent, finish.on]));
  expect([on.get(10), on.get(50), on.get(90)]).toEqual(['2026-03-11', '2026-03-13', '2026-03-18']);
  const shares = simulation?.bins.reduce((sum, { share }) => sum + share, 0) ?? 0;
  expect(shares).toBeCloseTo(1, 2);
  expect(simulation?.bins.at(-1)?.cumulative).toBe(1);
  expect(simulation?.plannedConfidence).toBeCloseTo(5 / 9, 1);
});

test('the same seed gives the same answer, and without one the plan gives it', async () => {
  await estimate('Dig', [5, 10, 15]);
  const figures = async () => {
    await simulate();
    const { simulation } = await risk();
    return { seed: simulation?.seed, fingerprint: simulation?.fingerprint, finishes: simulation?.finishes };
  };
  expect(await figures()).toEqual(await figures());
});

test('a simulation is no longer current when plan or estimates changed since', async () => {
  await estimate('Dig', [5, 10, 15]);
  await simulate();
  await estimate('Dig', [5, 10, 20], { version: 1 });
  expect((await risk()).simulation?.isCurrent).toBe(false);
  await simulate();
  expect((await risk()).simulation?.isCurrent).toBe(true);
  const progress = { percentComplete: 50, asOf: '2026-03-06' };
  await projects.ask(manager, ReportProgress, { projectId, taskId: ids.get('Dig') ?? '', ...progress });
  expect((await risk()).simulation?.isCurrent).toBe(false);
});

test('a simulated schedule has its risk analysed', async () => {
  await estimate('Dig', [5, 10, 15]);
  await projects.ask(manager, ReportProgress, {
    projectId,
    taskId: ids.get('Survey') ?? '',
    percentComplete: 0,
    asOf: '2026-03-02',
  });
  const analysed = async () => {
    const { gao } = await projects.ask(manager, ScheduleQuality, { projectId });
    return gao[7]?.passes;
  };
  expect(await analysed()).toBe(false);
  await simulate();
  expect(await analysed()).toBe(true);
});

test.each([
  ['Build', [1, 2, 3], 'projects/estimate-needs-work'],
  ['Walls stand', [0, 0, 1], 'projects/estimate-needs-work'],
  ['Dig', [3, 2, 4], 'projects/estimate-not-in-order'],
  ['Nothing', [1, 2, 3], 'projects/task-not-found'],
] as const)('an estimate of %s with %j days is refused with %s', async (task, days, code) => {
  await expect(estimate(task, days)).rejects.toMatchObject({ code });
});

test('estimates are replaced on the version one saw, by who manages the project', async () => {
  await expect(estimate('Dig', [5, 10, 15], { version: 0 })).resolves.toMatchObject({ version: 1 });
  await expect(estimate('Dig', [5, 10, 15], { version: 0 })).rejects.toMatchObject({
    code: 'projects/version-conflict',
    kind: 'stale-version',
  });
  const stranger = person('team-member');
  await expect(estimate('Dig', [1, 2, 3], {}, stranger)).rejects.toMatchObject({ kind: 'not-found' });
  await expect(simulate({}, stranger)).rejects.toMatchObject({ kind: 'not-found' });
  await expect(simulate({}, person('sponsor'))).rejects.toMatchObject({ kind: 'forbidden' });
});

test('without an estimate there is nothing to simulate', async () => {
  await expect(simulate()).rejects.toMatchObject({ code: 'projects/nothing-uncertain' });
  expect(await risk()).toMatchObject({ estimates: [], estimateCount: 0 });
});
