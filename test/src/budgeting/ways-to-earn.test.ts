import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  EarnedValueMethodChanged,
  EarnedValueMethodsV2,
  ProjectMoney,
  SetEarnedValueMethodV2,
} from '@meridian/contracts-budgeting';
import { refusalCode, ServiceUnderTest } from '@meridian/testing';
import { TrialProject } from './trial-project.js';

let budgeting: ServiceUnderTest;

beforeAll(async () => {
  budgeting = await ServiceUnderTest.start('budgeting');
});
afterAll(() => budgeting.end());

const money = ({ projectId, manager }: TrialProject) => budgeting.ask(manager, ProjectMoney, { projectId });

/** The project of EVM-1: 100,000, planned 10/20/40/70/100 % over five months. */
async function evm1(): Promise<TrialProject> {
  const project = await TrialProject.planned(budgeting);
  await project.approve();
  return project;
}

function set(
  { projectId, manager }: TrialProject,
  wbs: string,
  how: Pick<SetEarnedValueMethodV2, 'method'> & Partial<SetEarnedValueMethodV2>,
  version = 0,
) {
  const request = { projectId, wbs, reason: 'Measured on site', ...how };
  return budgeting.ask(manager, SetEarnedValueMethodV2, request, { version });
}

test('EVM-1 and EVM-2 by physical quantities: 35 of 100 done in month 3, 36,000 spent', async () => {
  const project = await evm1();
  await project.invoice(`I-${project.projectId}`, '3600000');
  const quantity = { quantityPlanned: '100', unit: 'm³' };
  await set(project, '1', { method: 'physical', quantityDone: '35', ...quantity, asOf: '2026-03-31' });
  expect(await money(project)).toMatchObject({
    statusDate: '2026-03-31',
    pvMinor: '4000000',
    evMinor: '3500000',
    cvMinor: '-100000',
    svMinor: '-500000',
    cpi: '0.972222',
    spi: '0.875000',
    eacMinor: '10285714',
    tcpi: '1.015625',
  });
  const { methods } = await budgeting.ask(project.manager, EarnedValueMethodsV2, {
    projectId: project.projectId,
  });
  expect(methods).toMatchObject([
    {
      wbs: '1',
      method: 'physical',
      quantityDone: '35',
      quantityPlanned: '100',
      unit: 'm³',
      asOf: '2026-03-31',
    },
  ]);
  expect(await budgeting.announced(EarnedValueMethodChanged, project.projectId)).toMatchObject([
    { wbs: '1', version: 1, method: 'physical', reason: 'Measured on site', setBy: project.manager.name },
  ]);
});

test('AgileEVM: 35 of 100 points of the release are the same earned value, and more points more', async () => {
  const project = await evm1();
  await set(project, '1', {
    method: 'agile-points',
    quantityDone: '35',
    quantityPlanned: '100',
    asOf: '2026-03-31',
  });
  expect(await money(project)).toMatchObject({ evMinor: '3500000', spi: '0.875000' });
  const more = {
    method: 'agile-points' as const,
    quantityDone: '42.5',
    quantityPlanned: '100',
    asOf: '2026-04-15',
  };
  await set(project, '1', more, 1);
  expect(await money(project)).toMatchObject({ evMinor: '4250000', statusDate: '2026-04-15' });
});

test('weighted milestones earn their weight once they are reached; progress of the tasks changes nothing', async () => {
  const project = await evm1();
  const milestones = [
    { name: 'Designed', weight: '20', reachedOn: '2026-02-10' },
    { name: 'Built', weight: '30', reachedOn: '2026-03-20' },
    { name: 'Tested', weight: '50' },
  ];
  await set(project, '1', { method: 'weighted-milestones', milestones, asOf: '2026-03-31' });
  expect(await money(project)).toMatchObject({ evMinor: '5000000' });
  await project.progress(0, 80, '2026-04-01');
  expect(await money(project)).toMatchObject({ evMinor: '5000000', statusDate: '2026-04-01' });
});

test('level of effort earns as planned, whenever the status date moves; much of it is flagged', async () => {
  const project = await evm1();
  await set(project, '1.1', { method: 'level-of-effort' });
  await project.progress(1, 50, '2026-01-15');
  // 11 of the 22 working days of January, and half of February's task.
  expect(await money(project)).toMatchObject({ evMinor: String(500_000 + 500_000) });
  await project.progress(1, 50, '2026-01-31');
  expect(await money(project)).toMatchObject({ evMinor: String(1_000_000 + 500_000), flags: [] });
  await set(project, '1.5', { method: 'level-of-effort' });
  expect((await money(project)).flags).toEqual(['level-of-effort-share-high']);
  await set(project, '1.1', { method: 'percent-complete' }, 1);
  expect(await money(project)).toMatchObject({ evMinor: '500000' });
});

test('apportioned work has the share of its base, report by report, also after the next plan', async () => {
  const project = await evm1();
  await set(project, '1.3', { method: 'apportioned', baseWbs: '1.1' });
  await project.progress(0, 40, '2026-01-20');
  expect(await money(project)).toMatchObject({ evMinor: String(400_000 + 800_000) });
  await project.progress(2, 90, '2026-01-21');
  expect(await money(project)).toMatchObject({ evMinor: '1200000' });
  await project.adoptPlan(2, (tasks) => tasks.map((task) => ({ ...task, percentComplete: 50 })));
  expect(await money(project)).toMatchObject({ evMinor: '5000000' });
  await project.adoptPlan(3, (tasks) => tasks.slice(1).map((task) => ({ ...task, percentComplete: 10 })));
  // Four tasks share 100,000 by 1:2:3:3, and each is rounded once.
  expect(await money(project)).toMatchObject({ evMinor: '999999' });
});

test('what a method needs is asked for, and nothing of a refused setting is kept', async () => {
  const project = await evm1();
  const refused = [
    set(project, '1', { method: 'physical', quantityDone: '1' }),
    set(project, '1', { method: 'physical', quantityDone: '1', quantityPlanned: '0' }),
    set(project, '1', { method: 'weighted-milestones', milestones: [{ name: 'Built', weight: '0' }] }),
    set(project, '1.1', { method: 'apportioned', baseWbs: '1.1' }),
    set(project, '1.1', { method: 'apportioned', baseWbs: '9' }),
    set(project, '1.1', { method: 'physical', quantityDone: '1', quantityPlanned: '2', asOf: '2999-01-01' }),
  ];
  expect(await Promise.all(refused.map(refusalCode))).toEqual([
    'budgeting/earning-parameters',
    'budgeting/quantity-out-of-range',
    'budgeting/milestone-weights',
    'budgeting/apportioned-cycle',
    'budgeting/apportioned-base-missing',
    'budgeting/earning-parameters',
  ]);
  const { methods } = await budgeting.ask(project.manager, EarnedValueMethodsV2, {
    projectId: project.projectId,
  });
  expect(methods).toEqual([]);
  expect(await budgeting.announced(EarnedValueMethodChanged, project.projectId)).toEqual([]);
});
