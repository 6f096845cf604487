import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ProjectForecast } from '@meridian/contracts-budgeting';
import type { ForecastRange } from '@meridian/contracts-budgeting';
import { FinishSimulated, ScheduleChanged } from '@meridian/contracts-projects';
import { person, ServiceUnderTest } from '@meridian/testing';
import { TrialProject } from './trial-project.js';

let budgeting: ServiceUnderTest;

beforeAll(async () => {
  budgeting = await ServiceUnderTest.start('budgeting');
});
afterAll(() => budgeting.end());

const of = ({ figures }: ForecastRange, kind: 'cost' | 'finish', method: string) =>
  figures.find((figure) => figure.of === kind && figure.method === method);

async function reschedule(
  { projectId }: TrialProject,
  scheduleVersion: number,
  finish: string,
): Promise<void> {
  await budgeting.hears(ScheduleChanged, {
    projectId,
    planVersion: 1,
    scheduleVersion,
    start: '2026-01-01',
    finish,
    criticalCount: 5,
    moved: [],
  });
}

test('every forecast of EVM-2 is there with its formula, what is not known with its reason', async () => {
  const project = await TrialProject.planned(budgeting);
  const { projectId, manager } = project;
  await project.approve();
  await project.progress(0, 100, '2026-01-31');
  await project.progress(1, 100, '2026-02-28');
  await project.progress(2, 75, '2026-03-31');
  await project.invoice('I-1', '3600000');
  await reschedule(project, 2, '2026-06-12');
  const range = await budgeting.ask(manager, ProjectForecast, { projectId });
  expect(range).toMatchObject({ statusDate: '2026-03-31', isKept: false, plannedFinish: '2026-05-29' });
  expect(of(range, 'cost', 'cost-index')).toMatchObject({ amountMinor: '10285714', isDefault: true });
  expect(of(range, 'cost', 'weighted-indices')?.amountMinor).toBe('10422157');
  expect(of(range, 'finish', 'network')).toMatchObject({ finish: '2026-06-12', isDefault: true });
  expect(of(range, 'finish', 'earned-schedule-1')?.finish).toMatch(/^2026-06-0\d$/);
  expect(of(range, 'finish', 'simulation')?.notAvailable).toBe('The schedule was not simulated.');
  expect(of(range, 'finish', 'reference-class')?.notAvailable).toMatch(/^Fewer than 10 projects/);
});

test('a simulation of the schedule stands beside the others, also when it is told twice', async () => {
  const project = await TrialProject.planned(budgeting);
  const { projectId, manager } = project;
  await project.approve();
  const told = { projectId, simulationId: randomUUID(), planVersion: 1, scheduleVersion: 1, runs: 10_000 };
  const days = { p10: '2026-06-01', p50: '2026-06-15', p80: '2026-07-01', p90: '2026-07-10' };
  await budgeting.hears(FinishSimulated, { ...told, ...days, plannedFinish: '2026-05-29' });
  const later = { ...days, p90: '2026-07-20' };
  await budgeting.hears(FinishSimulated, { ...told, ...later, plannedFinish: '2026-05-29' });
  const range = await budgeting.ask(manager, ProjectForecast, { projectId });
  expect(of(range, 'finish', 'simulation')).toMatchObject({
    finish: '2026-06-15',
    earliest: '2026-06-01',
    latest: '2026-07-20',
  });
});

test('what was said for a status date is kept when the next one is reported, and stays as it was', async () => {
  const project = await TrialProject.planned(budgeting);
  const { projectId, manager } = project;
  await project.approve();
  await project.progress(0, 50, '2026-01-31');
  const january = await budgeting.ask(manager, ProjectForecast, { projectId });
  expect(january.keptFor).toEqual([]);
  await project.progress(0, 100, '2026-02-28');
  await reschedule(project, 2, '2026-07-31');
  const kept = await budgeting.ask(manager, ProjectForecast, { projectId, statusDate: '2026-01-31' });
  expect(kept).toEqual({ ...january, isKept: true, keptFor: ['2026-01-31'] });
  const latest = await budgeting.ask(manager, ProjectForecast, { projectId, statusDate: '2026-02-28' });
  expect(of(latest, 'finish', 'network')?.finish).toBe('2026-07-31');
  await expect(
    budgeting.ask(manager, ProjectForecast, { projectId, statusDate: '2026-01-30' }),
  ).rejects.toMatchObject({ code: 'budgeting/forecast-not-kept' });
});

test('who may not see a project is not told its forecast', async () => {
  const { projectId } = await TrialProject.planned(budgeting, { isConfidential: true });
  const stranger = person('project-manager', 'Sam');
  await expect(budgeting.ask(stranger, ProjectForecast, { projectId })).rejects.toMatchObject({
    kind: 'not-found',
  });
});
