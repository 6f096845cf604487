import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  ApproveBudget,
  BudgetApproved,
  EarnedValueChanged,
  PortfolioMoney,
  PostActualCost,
  ProjectMoney,
  ToleranceBreached,
  ToleranceRestored,
} from '@meridian/contracts-budgeting';
import { InvoicePosted } from '@meridian/contracts-connectors';
import { PlanAdopted, ProjectRecorded, TaskProgressed, TasksPlanned } from '@meridian/contracts-projects';
import { eventually, person, ServiceUnderTest } from '@meridian/testing';

// EVM-1, EVM-2 and ES-2 of domain/scenarios/damnjanovic-reinschmidt-plan.test.ts, through the front door.
const PERIODS = [
  ['2026-01-01', '2026-01-31', '1000000'],
  ['2026-02-01', '2026-02-28', '1000000'],
  ['2026-03-01', '2026-03-31', '2000000'],
  ['2026-04-01', '2026-04-30', '3000000'],
  ['2026-05-01', '2026-05-31', '3000000'],
] as const;

const anna = person('pmo-manager', 'Anna');
let budgeting: ServiceUnderTest;

beforeAll(async () => {
  budgeting = await ServiceUnderTest.start('budgeting');
});
afterAll(() => budgeting.end());

test('EVM-1: budget, progress and cost give exactly the published figures', async () => {
  const project = await plannedProject();
  const version = await approve(project);
  expect(version).toEqual({
    projectId: project.projectId,
    version: 1,
    budgetAtCompletionMinor: '10000000',
  });
  expect(await budgeting.announced(BudgetApproved, project.projectId)).toMatchObject([
    { version: 1, tolerancePercent: 10, lines: 2, budgetAtCompletionMinor: '10000000' },
  ]);

  for (const [index, percentComplete] of [100, 100, 75].entries())
    await progress(project, index, percentComplete);
  await budgeting.ask(anna, PostActualCost, {
    projectId: project.projectId,
    amountMinor: '3600000',
    currency: 'EUR',
    postedOn: '2026-03-31',
    reference: 'Costs of the first quarter',
  });

  expect(await lastFigures(project.projectId)).toMatchObject({
    statusDate: '2026-03-31',
    bacMinor: '10000000',
    pvMinor: '4000000',
    evMinor: '3500000',
    acMinor: '3600000',
    cvMinor: '-100000',
    svMinor: '-500000',
    cpi: '0.972222',
    spi: '0.875000',
    eacMinor: '10285714',
    etcMinor: '6685714',
    vacMinor: '-285714',
    tcpi: '1.015625',
    spiT: '0.916667',
    percentComplete: '35.000000',
    flags: [],
  });
  const money = await budgeting.ask(anna, ProjectMoney, { projectId: project.projectId });
  expect(money).toMatchObject({ hasBudget: true, toleranceState: 'within', availableMinor: '6400000' });
  expect(money.curve).toEqual([
    { period: '2026-01', pvMinor: '1000000', evMinor: '0', acMinor: '0' },
    { period: '2026-02', pvMinor: '2000000', evMinor: '0', acMinor: '0' },
    { period: '2026-03', pvMinor: '4000000', evMinor: '3500000', acMinor: '3600000' },
    { period: '2026-04', pvMinor: '7000000' },
    { period: '2026-05', pvMinor: '10000000' },
  ].slice(0));
});

test('a report of a later month leaves the report of the month before as it was', async () => {
  const project = await plannedProject();
  await approve(project);
  await progress(project, 0, 50, '2026-01-30');
  await progress(project, 0, 100, '2026-02-27');
  const reports = 'SELECT status_date, ev_minor FROM earned_value_report WHERE project_id = $1::uuid ORDER BY 1';
  expect(await budgeting.rows(reports, project.projectId)).toEqual([
    { status_date: '2026-01-30', ev_minor: '500000' },
    { status_date: '2026-02-27', ev_minor: '1000000' },
  ]);
  const { curve } = await budgeting.ask(anna, ProjectMoney, { projectId: project.projectId });
  expect(curve.slice(0, 2).map(({ evMinor }) => evMinor)).toEqual(['500000', '1000000']);
  const rewrite = `UPDATE earned_value_report SET ev_minor = 1 WHERE project_id = $1::uuid AND status_date = '2026-01-30'`;
  await expect(budgeting.rows(rewrite, project.projectId)).rejects.toThrow('is history and stays as it was');
});

test('an older report corrects the figures of today and does not move the status date back', async () => {
  const project = await plannedProject();
  await approve(project);
  await progress(project, 0, 100, '2026-02-27');
  await progress(project, 1, 40, '2026-02-10');
  expect(await lastFigures(project.projectId)).toMatchObject({
    statusDate: '2026-02-27',
    evMinor: '1400000',
  });
});

test('the forecast breaks the tolerance and keeps it again, each told once', async () => {
  const project = await plannedProject();
  await approve(project);
  await progress(project, 0, 100, '2026-01-31');
  await invoice(project, '1300000');
  await invoice(project, '50000');
  expect(await budgeting.announced(ToleranceBreached, project.projectId)).toEqual([
    {
      projectId: project.projectId,
      dimension: 'cost',
      limitPercent: '10',
      deviationPercent: '30.000000',
      forecastMinor: '13000000',
      budgetMinor: '10000000',
      currency: 'EUR',
      since: '2026-01-31',
    },
  ]);
  await progress(project, 1, 100, '2026-01-31');
  expect(await budgeting.announced(ToleranceRestored, project.projectId)).toMatchObject([
    { dimension: 'cost', deviationPercent: '-32.500000' },
  ]);
});

test('a new version of the budget is shared out over the plan again, to the last cent', async () => {
  const project = await plannedProject();
  await approve(project);
  await progress(project, 2, 50, '2026-03-31');
  const line = { name: 'Everything', category: 'other' as const, amountMinor: '10000001' };
  const request = { projectId: project.projectId, currency: 'EUR', decision: 'Change 7', lines: [line] };
  const stale = budgeting.ask(anna, ApproveBudget, request, { version: 0 });
  await expect(stale).rejects.toMatchObject({ code: 'budgeting/version-conflict', kind: 'stale-version' });
  await budgeting.ask(anna, ApproveBudget, request, { version: 1 });
  const [sum] = await budgeting.rows(
    'SELECT sum(budget_minor)::text AS budget FROM task WHERE project_id = $1::uuid',
    project.projectId,
  );
  expect(sum).toEqual({ budget: '10000001' });
  expect(await lastFigures(project.projectId)).toMatchObject({ bacMinor: '10000001', evMinor: '1000000' });
});

test('a team member approves no budget, and a stranger does not learn that the project exists', async () => {
  const project = await plannedProject({ isConfidential: true });
  const line = { name: 'Work', category: 'labour' as const, amountMinor: '1' };
  const request = { projectId: project.projectId, currency: 'EUR', decision: 'none', lines: [line] };
  const jon = { ...person('project-manager'), personId: project.managerPersonId };
  await expect(budgeting.ask(jon, ApproveBudget, request)).rejects.toMatchObject({
    code: 'budgeting/approver-needed',
  });
  await expect(budgeting.ask(person('team-member'), ApproveBudget, request)).rejects.toMatchObject({
    code: 'access/project-not-found',
  });
  const nothing = await budgeting.ask(person('team-member'), ProjectMoney, { projectId: project.projectId });
  expect(nothing).toMatchObject({ hasBudget: false, recentPostings: [] });
});

test('indices of a portfolio are divided from its sums', async () => {
  const portfolio = `Portfolio ${randomUUID()}`;
  for (const percentComplete of [50, 100]) {
    const project = await plannedProject({ portfolio });
    await approve(project);
    await progress(project, 0, percentComplete, '2026-01-31');
    await invoice(project, '1000000');
  }
  const { totals } = await budgeting.ask(anna, PortfolioMoney, { portfolio });
  expect(totals).toMatchObject([
    {
      currency: 'EUR',
      projects: 2,
      bacMinor: '20000000',
      pvMinor: '2000000',
      evMinor: '1500000',
      acMinor: '2000000',
      cpi: '0.750000',
      spi: '0.750000',
      eacMinor: '26666667',
      breached: 1,
    },
  ]);
  expect(totals[0]?.curve.at(-1)).toEqual({ period: '2026-05', pvMinor: '20000000' });
});

test('a broker that lost its disk delivers everything again, with no second effect', async () => {
  const project = await plannedProject();
  await approve(project);
  await progress(project, 0, 100, '2026-01-31');
  await invoice(project, '900000');
  const before = await budgeting.ask(anna, ProjectMoney, { projectId: project.projectId });
  const told = await budgeting.announced(EarnedValueChanged, project.projectId);
  await budgeting.broker.server.wipe();
  await progress(project, 1, 100, '2026-02-28');
  const after = await budgeting.ask(anna, ProjectMoney, { projectId: project.projectId });
  expect(after.recentPostings).toEqual(before.recentPostings);
  expect(after).toMatchObject({ actualMinor: '900000', evMinor: '2000000' });
  await eventually(async () =>
    expect(await budgeting.announced(EarnedValueChanged, project.projectId)).toHaveLength(told.length + 1),
  );
});

interface TrialProject {
  readonly projectId: string;
  readonly code: string;
  readonly managerPersonId: string;
  readonly taskIds: readonly string[];
}

async function plannedProject(
  more: { readonly isConfidential?: boolean; readonly portfolio?: string } = {},
): Promise<TrialProject> {
  const projectId = randomUUID();
  const managerPersonId = randomUUID();
  const code = `P-${projectId.slice(0, 8)}`;
  await budgeting.hears(ProjectRecorded, {
    projectId,
    version: 1,
    code,
    name: 'Five months',
    portfolio: 'Works',
    stage: 'delivery',
    phases: [],
    currency: 'EUR',
    isConfidential: false,
    managerPersonId,
    ...more,
  });
  const taskIds = PERIODS.map(() => randomUUID());
  const counts = { milestoneCount: 0, linkCount: 4, resourceCount: 0, assignmentCount: 0, criticalCount: 5 };
  await budgeting.hears(PlanAdopted, {
    projectId,
    planVersion: 1,
    name: 'Five months',
    source: 'plan.xml',
    start: '2026-01-01',
    finish: '2026-05-31',
    taskCount: 5,
    ...counts,
    taskParts: 2,
    assignmentParts: 0,
  });
  for (const [part, from, to] of [
    [1, 0, 3],
    [2, 3, 5],
  ] as const) {
    const tasks = PERIODS.slice(from, to).map(([start, finish, budgetMinor], index) => ({
      taskId: taskIds[from + index] ?? '',
      wbs: `1.${from + index + 1}`,
      name: `Month ${from + index + 1}`,
      isSummary: false,
      isMilestone: false,
      start,
      finish,
      baselineStart: start,
      baselineFinish: finish,
      durationMinutes: 9_600,
      workMinutes: 9_600,
      budgetMinor,
      percentComplete: 0,
      isCritical: true,
      totalFloatMinutes: 0,
    }));
    await budgeting.hears(TasksPlanned, { projectId, planVersion: 1, part, parts: 2, tasks });
  }
  return { projectId, code, managerPersonId, taskIds };
}

/** 100,000: the last month by name, the others in proportion to their cost in the plan. */
function approve({ projectId, taskIds }: TrialProject) {
  return budgeting.ask(anna, ApproveBudget, {
    projectId,
    currency: 'EUR',
    decision: 'Steering committee of 12 January',
    lines: [
      { name: 'Team', category: 'labour', amountMinor: '10000000' },
      { name: 'Licence', category: 'external', amountMinor: '0', taskId: taskIds[4] ?? '' },
    ],
  });
}

let reports = 0;
function progress(project: TrialProject, index: number, percentComplete: number, asOf = '2026-03-31') {
  reports += 1;
  return budgeting.hears(TaskProgressed, {
    projectId: project.projectId,
    taskId: project.taskIds[index] ?? '',
    taskVersion: reports,
    percentComplete,
    asOf,
    isMilestone: false,
    reportedBy: project.managerPersonId,
  });
}

function invoice({ code }: TrialProject, amountMinor: string) {
  const documentKey = `erp:INV-${randomUUID()}`;
  const postedOn = '2026-01-31';
  return budgeting.hears(InvoicePosted, {
    orderKey: documentKey,
    documentKey,
    projectCode: code,
    amountMinor,
    currency: 'EUR',
    documentOn: postedOn,
    postedOn,
  });
}

async function lastFigures(projectId: string) {
  return (await budgeting.announced(EarnedValueChanged, projectId)).at(-1);
}
