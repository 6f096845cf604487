import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { EarnedValueChanged } from '@meridian/contracts-budgeting';
import { ScheduleChanged } from '@meridian/contracts-projects';
import { migrationDrift } from '@meridian/runtime';
import { ServiceUnderTest } from '@meridian/testing';
import { TrialProject } from './trial-project.js';

let budgeting: ServiceUnderTest;

beforeAll(async () => {
  budgeting = await ServiceUnderTest.start('budgeting');
});
afterAll(() => budgeting.end());

test('the same plan adopted again changes no figure and announces nothing', async () => {
  const project = await TrialProject.planned(budgeting);
  await project.approve();
  const told = await budgeting.announced(EarnedValueChanged, project.projectId);
  await project.adoptPlan(2);
  expect(await budgeting.announced(EarnedValueChanged, project.projectId)).toEqual(told);
});

test('a schedule that slips moves no planned value: it is measured on the baseline', async () => {
  const project = await TrialProject.planned(budgeting);
  const { projectId, taskIds } = project;
  await project.approve();
  await project.progress(0, 100, '2026-02-27');
  const before = await project.lastFigures();
  const moved = { taskId: taskIds[1] ?? '', start: '2026-04-01', finish: '2026-04-30', isCritical: true };
  await budgeting.hears(ScheduleChanged, {
    projectId,
    planVersion: 1,
    scheduleVersion: 2,
    start: '2026-01-01',
    finish: '2026-07-31',
    criticalCount: 5,
    moved: [{ ...moved, totalFloatMinutes: 0 }],
  });
  await project.adoptPlan(2, (tasks) =>
    tasks.map(({ baselineStart: _start, baselineFinish: _finish, ...task }) => ({
      ...task,
      start: '2026-07-01',
      finish: '2026-07-31',
      percentComplete: task.wbs === '1.1' ? 100 : 0,
    })),
  );
  await project.progress(0, 100, '2026-02-27');
  expect(await project.lastFigures()).toEqual(before);
  expect(before).toMatchObject({ pvMinor: '2000000' });
});

test('the money of a task that leaves the plan goes to the others', async () => {
  const project = await TrialProject.planned(budgeting);
  await project.approve();
  await project.adoptPlan(2, (tasks) => tasks.slice(0, 3));
  const tasks = `SELECT wbs, budget_minor::text AS budget FROM task WHERE project_id = $1::uuid ORDER BY wbs`;
  expect(await budgeting.rows(tasks, project.projectId)).toEqual([
    { wbs: '1.1', budget: '2500000' },
    { wbs: '1.2', budget: '2500000' },
    { wbs: '1.3', budget: '5000000' },
  ]);
});

test('a new version of the budget is shared out over the plan again, to the last cent', async () => {
  const project = await TrialProject.planned(budgeting);
  await project.approve();
  await project.progress(2, 50, '2026-03-31');
  await expect(project.approve('10000001', {}, { version: 0 })).rejects.toMatchObject({
    code: 'budgeting/version-conflict',
    kind: 'stale-version',
  });
  await project.approve('10000001', {}, { version: 1 });
  const tasks = `SELECT sum(budget_minor)::text AS budget FROM task WHERE project_id = $1::uuid`;
  expect(await budgeting.rows(tasks, project.projectId)).toEqual([{ budget: '10000001' }]);
  expect(await project.lastFigures()).toMatchObject({ bacMinor: '10000001', evMinor: '1000000' });
});

test('a line that names its task is spent there, and a task outside of the plan is refused', async () => {
  const project = await TrialProject.planned(budgeting);
  const line = { name: 'Licence', category: 'external' as const, amountMinor: '500' };
  const elsewhere = project.approve('0', { lines: [{ ...line, taskId: randomUUID() }] });
  await expect(elsewhere).rejects.toMatchObject({ code: 'budgeting/unknown-task' });
  await project.approve('0', { lines: [{ ...line, taskId: project.taskIds[4] ?? '' }] });
  const tasks = `SELECT wbs, budget_minor::text AS budget FROM task WHERE project_id = $1::uuid AND budget_minor > 0`;
  expect(await budgeting.rows(tasks, project.projectId)).toEqual([{ wbs: '1.5', budget: '500' }]);
});

test('the migrations make exactly the tables that the service is written for', async () => {
  const schemaFile = fileURLToPath(new URL('../../../apps/budgeting/prisma/schema.prisma', import.meta.url));
  expect(await migrationDrift({ url: budgeting.home.url, schemaFile })).toBeUndefined();
});
