import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  FinishToleranceBreached,
  FinishToleranceRestored,
  ProjectMoney,
} from '@meridian/contracts-budgeting';
import { ScheduleChanged } from '@meridian/contracts-projects';
import { ServiceUnderTest } from '@meridian/testing';
import { TrialProject } from './trial-project.js';

let budgeting: ServiceUnderTest;

beforeAll(async () => {
  budgeting = await ServiceUnderTest.start('budgeting');
});
afterAll(() => budgeting.end());

let scheduleVersion = 1;

function reschedule({ projectId }: TrialProject, finish: string): Promise<void> {
  scheduleVersion += 1;
  const told = { projectId, planVersion: 1, scheduleVersion, start: '2026-01-01', finish };
  return budgeting.hears(ScheduleChanged, { ...told, criticalCount: 5, moved: [] });
}

// TOL-1 of the rules: tolerance of one week, forecast 8 calendar days late, although today's actual is still within.
test('TOL-1: a forecast 8 days late breaks a tolerance of a week, once, with the finish before and now', async () => {
  const project = await TrialProject.planned(budgeting);
  const { projectId, manager } = project;
  await project.approve(undefined, { toleranceDays: 7 });
  await reschedule(project, '2026-06-07');
  expect(await budgeting.announced(FinishToleranceBreached, projectId)).toEqual([]);
  await reschedule(project, '2026-06-08');
  await reschedule(project, '2026-06-09');
  expect(await budgeting.announced(FinishToleranceBreached, projectId)).toMatchObject([
    {
      limitDays: 7,
      deviationDays: 8,
      plannedFinish: '2026-05-31',
      forecastFinish: '2026-06-08',
      forecastBefore: '2026-06-07',
    },
  ]);
  expect(await budgeting.ask(manager, ProjectMoney, { projectId })).toMatchObject({
    toleranceDays: 7,
    finishToleranceState: 'breached',
    plannedFinish: '2026-05-31',
    forecastFinish: '2026-06-09',
  });
});

test('the tolerance is kept again only at nine tenths of the limit, which is told once', async () => {
  const project = await TrialProject.planned(budgeting);
  const { projectId } = project;
  await project.approve(undefined, { toleranceDays: 7 });
  await reschedule(project, '2026-06-15');
  await reschedule(project, '2026-06-07');
  expect(await budgeting.announced(FinishToleranceRestored, projectId)).toEqual([]);
  await reschedule(project, '2026-06-06');
  await reschedule(project, '2026-06-05');
  expect(await budgeting.announced(FinishToleranceRestored, projectId)).toMatchObject([
    { limitDays: 7, deviationDays: 6, forecastFinish: '2026-06-06', forecastBefore: '2026-06-07' },
  ]);
});

test('without a limit nothing is broken; a limit set later is read on the forecast of today', async () => {
  const project = await TrialProject.planned(budgeting);
  const { projectId } = project;
  await project.approve();
  await reschedule(project, '2026-09-30');
  expect(await budgeting.announced(FinishToleranceBreached, projectId)).toEqual([]);
  await project.approve(undefined, { toleranceDays: 30 });
  expect(await budgeting.announced(FinishToleranceBreached, projectId)).toMatchObject([
    { limitDays: 30, deviationDays: 122 },
  ]);
});
