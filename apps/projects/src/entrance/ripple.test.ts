import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { EarnedValueChanged } from '@meridian/contracts-budgeting';
import { GateRecorded } from '@meridian/contracts-governance';
import {
  ImportPlan,
  ProjectPlan,
  RegisterProject,
  ReportProgress,
  RippleOfSlip,
  ShareMilestone,
} from '@meridian/contracts-projects';
import { person, ServiceUnderTest } from '@meridian/testing';
import { idsByName, wallPlan, writtenPlan } from './written-plan.js';

/** Dig then Pour to the milestone; Survey beside them has nine days of float before Paint. */
const PLAN = writtenPlan([
  { uid: 1, name: 'Clear', days: 1 },
  { uid: 2, name: 'Dig', days: 5, after: [1] },
  { uid: 3, name: 'Pour', days: 5, after: [2] },
  { uid: 4, name: 'Walls stand', days: 0, after: [3] },
  { uid: 5, name: 'Survey', days: 1, after: [1] },
  { uid: 6, name: 'Draw', days: 2, after: [5] },
  { uid: 7, name: 'Paint', days: 1, after: [4, 6] },
  { uid: 8, name: 'Garden', isSummary: true },
  { uid: 9, name: 'Plant', level: 2, days: 3, mustStartOn: '2026-03-04T08:00:00' },
]);
const pmo = person('pmo-manager');
const manager = person('project-manager', 'Grace Hopper');
const projectId = randomUUID();
const [open, secret] = [randomUUID(), randomUUID()];
let projects: ServiceUnderTest;
let ids: ReadonlyMap<string, string>;

beforeAll(async () => {
  projects = await ServiceUnderTest.start('projects');
  await register(projectId, 'RIP-1', { managerPersonId: manager.personId ?? '' });
  await register(open, 'RIP-2', { managerName: 'Ada Byron' });
  await register(secret, 'RIP-3', { isConfidential: true });
  await projects.ask(manager, ImportPlan, wallPlan(projectId, PLAN));
  const { tasks } = await projects.ask(manager, ProjectPlan, { projectId });
  ids = idsByName(tasks);
  const milestoneId = ids.get('Walls stand') ?? '';
  await projects.ask(manager, ShareMilestone, { projectId, milestoneId, sharedWith: [open, secret] });
});
afterAll(() => projects.end());

function register(id: string, code: string, more: Partial<RegisterProject> = {}) {
  const record = { projectId: id, code, name: `Project ${code}`, portfolio: 'Roads', currency: 'EUR' };
  return projects.ask(pmo, RegisterProject, { ...record, stage: 'delivery', phases: [], ...more });
}

function ripple(task: string, days: number, by = manager) {
  return projects.ask(by, RippleOfSlip, { projectId, taskId: ids.get(task) ?? randomUUID(), days });
}

test('a slip on the critical path moves all that follows, the milestone and the end, and nothing is written', async () => {
  const hit = await ripple('Dig', 3);
  expect(hit).toMatchObject({
    name: 'Dig',
    finishBefore: '2026-03-09',
    finish: '2026-03-12',
    projectFinishBefore: '2026-03-17',
    projectFinish: '2026-03-20',
    projectFinishDays: 3,
    movedCount: 3,
    newClashes: [],
  });
  expect(hit.moved.map(({ name, finishDays }) => [name, finishDays])).toEqual([
    ['Pour', 3],
    ['Walls stand', 3],
    ['Paint', 3],
  ]);
  const { finish } = await projects.ask(manager, ProjectPlan, { projectId });
  expect(finish).toBe('2026-03-17');
});

test('other projects that wait for a milestone are named, to those who may see them', async () => {
  const told = async (by: typeof manager) => (await ripple('Dig', 3, by)).milestones;
  expect(await told(manager)).toMatchObject([
    {
      name: 'Walls stand',
      forecastBefore: '2026-03-16',
      forecastOn: '2026-03-19',
      days: 3,
      waiting: [{ code: 'RIP-2', managerName: 'Ada Byron' }],
    },
  ]);
  const [milestone] = await told(pmo);
  expect(milestone?.waiting.map(({ code }) => code).sort()).toEqual(['RIP-2', 'RIP-3']);
});

test('a slip within float moves what follows it and takes float, not the end', async () => {
  const hit = await ripple('Survey', 4);
  expect(hit.projectFinishDays).toBe(0);
  expect(hit.moved).toMatchObject([
    { name: 'Draw', floatMinutesBefore: 7 * 480, floatMinutes: 3 * 480, becomesCritical: false },
  ]);
  expect(hit.tightened).toEqual([]);
});

test('what comes before the slip on the same path loses float, or becomes critical', async () => {
  const hit = await ripple('Draw', 7);
  expect(hit.projectFinishDays).toBe(0);
  expect(hit.tightened).toMatchObject([{ name: 'Survey', floatMinutes: 0, becomesCritical: true }]);
});

test('a constraint on its date holds nothing back: the slip is believed', async () => {
  expect(await ripple('Plant', 2)).toMatchObject({ finishBefore: '2026-03-06', finish: '2026-03-10' });
});

test('a milestone slips as well', async () => {
  const hit = await ripple('Walls stand', 2);
  expect(hit).toMatchObject({
    finishBefore: '2026-03-16',
    finish: '2026-03-18',
    projectFinish: '2026-03-19',
  });
  expect(hit.milestones).toMatchObject([{ name: 'Walls stand', days: 2 }]);
});

describe('what stands on the dates', () => {
  const money = {
    version: 1,
    statusDate: '2026-03-02',
    currency: 'EUR',
    bacMinor: '50000000',
    pvMinor: '0',
    evMinor: '0',
    acMinor: '1200000',
    committedMinor: '0',
    cvMinor: '0',
    svMinor: '0',
    percentComplete: '0',
    flags: [],
  };
  const gate = (name: string, order: number, more: object = {}) => ({
    projectId,
    gateId: randomUUID(),
    version: 1,
    name,
    phaseId: `phase-${order}`,
    order,
    state: 'planned' as const,
    evidence: [
      { milestoneId: ids.get('Walls stand') ?? '', name: 'Walls stand', isReady: false, openMandatory: 0 },
    ],
    missing: 1,
    isReady: false,
    ...more,
  });

  test('is not known as long as nobody told it, and never nothing', async () => {
    const hit = await ripple('Dig', 3);
    expect(hit).not.toHaveProperty('gates');
    expect(hit).not.toHaveProperty('money');
  });

  test('gates that ask for a milestone that moves are named, with whether they keep their day', async () => {
    await projects.hears(GateRecorded, gate('G1', 1, { state: 'decided' }));
    await projects.hears(GateRecorded, gate('G2', 2, { dueOn: '2026-03-18' }));
    await projects.hears(GateRecorded, gate('G3', 3));
    const hit = await ripple('Dig', 3);
    const later = { readyBefore: '2026-03-16', readyOn: '2026-03-19', milestoneName: 'Walls stand' };
    expect(hit.gates).toEqual([
      { phaseId: 'phase-2', name: 'G2', dueOn: '2026-03-18', ...later, isLate: true, wasLate: false },
      { phaseId: 'phase-3', name: 'G3', ...later },
    ]);
    expect((await ripple('Dig', 1)).gates).toMatchObject([{ name: 'G2', isLate: false }, { name: 'G3' }]);
    expect((await ripple('Survey', 1)).gates).toEqual([]);
  });

  test('the money is what budgeting told last; what is undefined there is left out here', async () => {
    await projects.hears(EarnedValueChanged, { projectId, ...money });
    expect((await ripple('Dig', 3)).money).toEqual({
      currency: 'EUR',
      statusDate: '2026-03-02',
      budgetMinor: '50000000',
    });
    const told = { version: 2, eacMinor: '52000000', etcMinor: '50800000' };
    await projects.hears(EarnedValueChanged, { projectId, ...money, ...told });
    expect((await ripple('Dig', 3)).money).toMatchObject({
      forecastMinor: '52000000',
      openMinor: '50800000',
    });
  });
});

test('a running task slips by what remains, a finished one and a summary not at all', async () => {
  const report = (task: string, percentComplete: number) =>
    projects.ask(manager, ReportProgress, {
      projectId,
      taskId: ids.get(task) ?? '',
      percentComplete,
      asOf: '2026-03-04',
    });
  await report('Clear', 100);
  await report('Dig', 40);
  expect(await ripple('Dig', 3)).toMatchObject({ finishBefore: '2026-03-09', finish: '2026-03-12' });
  for (const task of ['Clear', 'Garden'])
    await expect(ripple(task, 1)).rejects.toMatchObject({ code: 'projects/cannot-slip' });
});

test('nobody is told of a project they may not see', async () => {
  const stranger = person('contractor');
  await expect(ripple('Dig', 3, stranger)).rejects.toMatchObject({ kind: 'not-found' });
});
