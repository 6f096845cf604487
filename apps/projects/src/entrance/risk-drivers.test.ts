import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import {
  ImportPlan,
  ProjectPlan,
  RecordRaid,
  RegisterProject,
  ScheduleRisk,
  SettleRaid,
  SimulateRisk,
} from '@meridian/contracts-projects';
import { person, ServiceUnderTest } from '@meridian/testing';
import { confidentialProject } from './confidential-project.js';
import { idsByName, wallPlan, writtenPlan } from './written-plan.js';

/** A busy machine takes its time to start the threads of the first simulation. */
const PATIENCE_MS = 120_000;
jest.setTimeout(2 * PATIENCE_MS);

const DAY = 480;
const PLAN = writtenPlan([
  { uid: 1, name: 'Dig', days: 10 },
  { uid: 2, name: 'Pour', days: 5, after: [1] },
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

/** One in two to happen; then the task takes a day longer and 100.00 are gone. */
async function risk(title: string, task: string, more: Partial<RecordRaid> = {}): Promise<string> {
  const entryId = randomUUID();
  const minutes = { lowMinutes: DAY, likelyMinutes: DAY, highMinutes: DAY };
  await projects.ask(
    manager,
    RecordRaid,
    {
      projectId,
      entryId,
      kind: 'risk',
      title,
      ownerPersonId: manager.personId,
      ownerName: manager.name,
      inherent: { probabilityPercent: 50, impactMinor: '10000', impactDays: 1 },
      hits: [{ taskId: ids.get(task) ?? '', ...minutes }],
      ...more,
    },
    { version: 0 },
  );
  return entryId;
}

function simulate(seed?: number) {
  const wish = { projectId, runs: 4000, ...(seed === undefined ? {} : { seed }) };
  return projects.ask(manager, SimulateRisk, wish, { timeoutMs: PATIENCE_MS });
}

async function simulation() {
  const { simulation: last } = await projects.ask(manager, ScheduleRisk, { projectId });
  if (!last) throw new Error('Nothing was simulated.');
  return last;
}

/** Fifteen days from Monday 2 March end on Friday 20 March; two days more end on Tuesday. */
test('risks of the register delay the plan, and the report says which of them drive P80', async () => {
  await risk('Rock', 'Dig');
  await risk('Frost', 'Pour');
  expect(await simulate(7)).toMatchObject({
    plannedFinish: '2026-03-20',
    p50: '2026-03-23',
    p80: '2026-03-24',
  });
  const { risks, riskCosts, currency, plannedConfidence } = await simulation();
  expect(risks).toMatchObject([
    { number: 1, title: 'Rock', p80SavedMinutes: DAY, p80Share: 0.5 },
    { number: 2, title: 'Frost', p80SavedMinutes: DAY, p80Share: 0.5 },
  ]);
  expect(plannedConfidence).toBeCloseTo(0.25, 1);
  const costs = new Map(riskCosts?.map(({ percent, costMinor }) => [percent, costMinor]));
  expect([costs.get(10), costs.get(50), costs.get(90), currency]).toEqual(['0', '10000', '20000', 'EUR']);
});

test('the same seed gives the same bits, drivers and costs among them', async () => {
  await risk('Rock', 'Dig');
  const figures = async () => {
    await simulate(11);
    const { simulationId: _, requestedAt: __, ...rest } = await simulation();
    return rest;
  };
  expect(await figures()).toEqual(await figures());
});

test('a simulation is no longer current when the register changed, and an averted risk takes no part', async () => {
  const rock = await risk('Rock', 'Dig');
  await risk('Frost', 'Pour');
  await simulate(7);
  expect((await simulation()).isCurrent).toBe(true);
  const end = { projectId, entryId: rock, outcome: 'averted' as const, reason: 'It is sand' };
  await projects.ask(manager, SettleRaid, end, { version: 1 });
  expect((await simulation()).isCurrent).toBe(false);
  expect(await simulate(7)).toMatchObject({ p80: '2026-03-23' });
  expect((await simulation()).risks).toMatchObject([{ title: 'Frost', p80Share: 1 }]);
});

test('without estimates and without risks there is nothing to simulate', async () => {
  await expect(simulate()).rejects.toMatchObject({ code: 'projects/nothing-uncertain' });
  expect(await projects.ask(manager, ScheduleRisk, { projectId })).toMatchObject({ riskCount: 0 });
});

test('an opportunity of the register brings the finish forward and makes the reserve smaller', async () => {
  const certain = { probabilityPercent: 100, impactMinor: '10000', impactDays: 1 };
  await risk('Rock', 'Dig', { inherent: certain });
  await simulate(7);
  const before = await simulation();
  await risk('A second crew', 'Pour', {
    effect: 'opportunity',
    inherent: { ...certain, impactMinor: '30000' },
  });
  await simulate(7);
  const after = await simulation();
  const at80 = ({ finishes }: typeof after) => finishes.find(({ percent }) => percent === 80)?.on;
  expect([at80(before), at80(after)]).toEqual(['2026-03-23', '2026-03-20']);
  expect(before.riskCosts?.at(-1)).toEqual({ percent: 90, costMinor: '10000' });
  expect(after.riskCosts?.at(-1)).toEqual({ percent: 90, costMinor: '0', savedMinor: '-20000' });
  expect(after.risks?.find(({ title }) => title === 'A second crew')).toMatchObject({
    p80SavedMinutes: -DAY,
  });
});
