import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { EarnedValueMethods, SetEarnedValueMethod } from '@meridian/contracts-budgeting';
import { person, refusalCode, ServiceUnderTest } from '@meridian/testing';
import { TrialProject } from './trial-project.js';

let budgeting: ServiceUnderTest;

beforeAll(async () => {
  budgeting = await ServiceUnderTest.start('budgeting');
});
afterAll(() => budgeting.end());

const earned = async (project: TrialProject) => (await project.lastFigures())?.evMinor;

function set(
  { projectId, manager }: TrialProject,
  wbs: string,
  method: SetEarnedValueMethod['method'],
  version: number,
) {
  const request = { projectId, wbs, method, reason: 'Tasks of a month' };
  return budgeting.ask(manager, SetEarnedValueMethod, request, { version });
}

test('a task set to 50/50 earns half at its start and all at its finish, the others by percent', async () => {
  const project = await TrialProject.planned(budgeting);
  await project.approve();
  await project.progress(0, 30, '2026-01-31');
  expect(await earned(project)).toBe('300000');
  await set(project, '1.1', 'fifty-fifty', 0);
  expect(await earned(project)).toBe('500000');
  await project.progress(0, 80, '2026-02-10');
  await project.progress(1, 20, '2026-02-11');
  expect(await earned(project)).toBe('700000');
  await project.progress(0, 100, '2026-02-12');
  expect(await earned(project)).toBe('1200000');
});

test('the innermost part counts: all of it 0/100, one month of it by percent', async () => {
  const project = await TrialProject.planned(budgeting);
  await project.approve();
  await set(project, '1', 'zero-hundred', 0);
  await set(project, '1.2', 'percent-complete', 0);
  await project.progress(0, 99, '2026-01-31');
  await project.progress(1, 50, '2026-02-28');
  expect(await earned(project)).toBe('500000');
  // The next plan keeps what was set.
  await project.adoptPlan(2, (tasks) => tasks.map((task) => ({ ...task, percentComplete: 99 })));
  expect(await earned(project)).toBe('990000');
});

test('every setting stays, with who set it and why; a version that was not read is refused', async () => {
  const project = await TrialProject.planned(budgeting);
  const { projectId, manager } = project;
  await set(project, '1.3', 'zero-hundred', 0);
  expect(await refusalCode(set(project, '1.3', 'fifty-fifty', 0))).toBe('budgeting/version-conflict');
  await set(project, '1.3', 'fifty-fifty', 1);
  const { methods } = await budgeting.ask(manager, EarnedValueMethods, { projectId });
  expect(methods).toMatchObject([
    { wbs: '1.3', version: 2, method: 'fifty-fifty', setBy: manager.name, reason: 'Tasks of a month' },
    { wbs: '1.3', version: 1, method: 'zero-hundred' },
  ]);
});

test('only a part of the plan has a method, and only its manager or the PMO sets it', async () => {
  const project = await TrialProject.planned(budgeting);
  expect(await refusalCode(set(project, '2', 'zero-hundred', 0))).toBe('budgeting/unknown-wbs');
  const request = { projectId: project.projectId, wbs: '1', method: 'zero-hundred' as const, reason: 'Mine' };
  expect(
    await refusalCode(budgeting.ask(person('project-manager', 'Sam'), SetEarnedValueMethod, request)),
  ).toBe('access/not-your-project');
});
