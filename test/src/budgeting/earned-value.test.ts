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
import { person, ServiceUnderTest } from '@meridian/testing';
import { anna, TrialProject } from './trial-project.js';

let budgeting: ServiceUnderTest;

beforeAll(async () => {
  budgeting = await ServiceUnderTest.start('budgeting');
});
afterAll(() => budgeting.end());

// EVM-1, EVM-2 and ES-2: the figures of apps/budgeting/src/domain/scenarios, through the front door.
test('EVM-1: budget, progress and cost give exactly the published figures', async () => {
  const project = await TrialProject.planned(budgeting);
  const { projectId } = project;
  expect(await project.approve()).toMatchObject({ version: 1, budgetAtCompletionMinor: '10000000' });
  expect(await budgeting.announced(BudgetApproved, projectId)).toMatchObject([
    { version: 1, tolerancePercent: 10, lines: 1, budgetAtCompletionMinor: '10000000' },
  ]);

  for (const [month, percent] of [100, 100, 75].entries())
    await project.progress(month, percent, '2026-03-31');
  const cost = { projectId, amountMinor: '3600000', currency: 'EUR' };
  await budgeting.ask(project.manager, PostActualCost, {
    ...cost,
    postedOn: '2026-03-31',
    reference: 'Q1',
  });

  expect(await project.lastFigures()).toMatchObject({
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
  const money = await budgeting.ask(anna, ProjectMoney, { projectId });
  expect(money).toMatchObject({ hasBudget: true, toleranceState: 'within', availableMinor: '6400000' });
  expect(money.curve.map(({ pvMinor }) => pvMinor)).toEqual([
    '1000000',
    '2000000',
    '4000000',
    '7000000',
    '10000000',
  ]);
  expect(money.curve[2]).toEqual({
    period: '2026-03',
    pvMinor: '4000000',
    evMinor: '3500000',
    acMinor: '3600000',
  });
  expect(money.curve[3]).toEqual({ period: '2026-04', pvMinor: '7000000' });
});

test('a report of a later month leaves the report of the month before as it was', async () => {
  const project = await TrialProject.planned(budgeting);
  const { projectId } = project;
  await project.approve();
  await project.progress(0, 50, '2026-01-30');
  await project.progress(0, 100, '2026-02-27');
  const reports = `SELECT status_date, ev_minor::text FROM earned_value_report WHERE project_id = $1::uuid ORDER BY 1`;
  expect(await budgeting.rows(reports, projectId)).toEqual([
    { status_date: '2026-01-30', ev_minor: '500000' },
    { status_date: '2026-02-27', ev_minor: '1000000' },
  ]);
  const { curve } = await budgeting.ask(anna, ProjectMoney, { projectId });
  expect(curve.slice(0, 2).map(({ evMinor }) => evMinor)).toEqual(['500000', '1000000']);
  const rewrite = `UPDATE earned_value_report SET ev_minor = 1 WHERE project_id = $1::uuid AND status_date = '2026-01-30'`;
  await expect(budgeting.rows(rewrite, projectId)).rejects.toThrow('is history and stays as it was');
});

test('an older report corrects the figures of today and does not move the status date back', async () => {
  const project = await TrialProject.planned(budgeting);
  await project.approve();
  await project.progress(0, 100, '2026-02-27');
  await project.progress(1, 40, '2026-02-10');
  expect(await project.lastFigures()).toMatchObject({ statusDate: '2026-02-27', evMinor: '1400000' });
});

test('the curve counts what was earned and spent in the month it was reported for, in whatever order it is told', async () => {
  const project = await TrialProject.planned(budgeting);
  const { projectId } = project;
  await project.approve();
  await project.invoice('erp:curve-march', '300000', { postedOn: '2026-03-31' });
  await project.progress(0, 100, '2026-01-30');
  await project.invoice('erp:curve-january', '900000', { postedOn: '2026-01-31' });
  await project.progress(1, 50, '2026-02-27');
  const measured = [
    { period: '2026-01', evMinor: '1000000', acMinor: '900000' },
    { period: '2026-02', evMinor: '1500000', acMinor: '900000' },
    { period: '2026-03', evMinor: '1500000', acMinor: '1200000' },
  ];
  const { curve, recentPostings } = await budgeting.ask(anna, ProjectMoney, { projectId });
  expect(curve.slice(0, 3)).toMatchObject(measured);
  expect(curve[3]).not.toHaveProperty('evMinor');
  const costs = recentPostings.filter(({ kind }) => kind === 'actual');
  expect(costs.map(({ postedOn }) => postedOn)).toEqual(['2026-03-31', '2026-01-31']);
});

test('progress that was reported before the budget was approved is earned with the approval', async () => {
  const project = await TrialProject.planned(budgeting);
  await project.progress(0, 100, '2026-01-30');
  expect(await budgeting.announced(EarnedValueChanged, project.projectId)).toEqual([]);
  await project.approve();
  expect(await project.lastFigures()).toMatchObject({ statusDate: '2026-01-30', evMinor: '1000000' });
});

test('the forecast breaks the tolerance and keeps it again, each told once', async () => {
  const project = await TrialProject.planned(budgeting);
  const { projectId } = project;
  await project.approve();
  await project.progress(0, 100, '2026-01-31');
  await project.invoice('erp:tolerance-1', '1300000');
  await project.invoice('erp:tolerance-2', '50000');
  expect(await budgeting.announced(ToleranceBreached, projectId)).toEqual([
    {
      projectId,
      dimension: 'cost',
      limitPercent: '10',
      deviationPercent: '30.000000',
      forecastBeforeMinor: '10000000',
      forecastMinor: '13000000',
      budgetMinor: '10000000',
      currency: 'EUR',
      since: '2026-01-31',
    },
  ]);
  await project.progress(1, 100, '2026-01-31');
  expect(await budgeting.announced(ToleranceRestored, projectId)).toMatchObject([
    {
      dimension: 'cost',
      deviationPercent: '-32.500000',
      forecastBeforeMinor: '13500000',
      forecastMinor: '6750000',
      budgetMinor: '10000000',
      currency: 'EUR',
    },
  ]);
});

test('a project manager approves no budget, and a stranger does not learn that the project exists', async () => {
  const project = await TrialProject.planned(budgeting, { isConfidential: true });
  const { projectId } = project;
  const lines = [{ name: 'Work', category: 'labour' as const, amountMinor: '1' }];
  const request = { projectId, currency: 'EUR', decision: 'none', lines };
  const asking = (who: typeof anna) => budgeting.ask(who, ApproveBudget, request);
  await expect(asking(project.manager)).rejects.toMatchObject({ code: 'budgeting/approver-needed' });
  await expect(asking(person('team-member'))).rejects.toMatchObject({ code: 'access/project-not-found' });
  const nothing = await budgeting.ask(person('team-member'), ProjectMoney, { projectId });
  expect(nothing).toMatchObject({ hasBudget: false, recentPostings: [] });
});

test('indices of a portfolio are divided from its sums', async () => {
  const portfolio = `Portfolio ${randomUUID()}`;
  for (const percent of [50, 100]) {
    const project = await TrialProject.planned(budgeting, { portfolio });
    await project.approve();
    await project.progress(0, percent, '2026-01-31');
    await project.invoice(`erp:portfolio-${percent}`, '1000000');
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

test('a broker that loses its disk loses no progress, and nothing counts twice', async () => {
  const project = await TrialProject.planned(budgeting);
  const { projectId } = project;
  await project.approve();
  await project.progress(0, 100, '2026-01-31');
  await project.invoice('erp:disk-1', '900000');
  const before = await budgeting.ask(anna, ProjectMoney, { projectId });
  const told = await budgeting.announced(EarnedValueChanged, projectId);
  await budgeting.broker.server.wipe();
  await budgeting.restart();
  await project.progress(1, 100, '2026-02-28');
  const after = await budgeting.ask(anna, ProjectMoney, { projectId });
  expect(after.recentPostings).toEqual(before.recentPostings);
  expect(after).toMatchObject({ actualMinor: '900000', evMinor: '2000000' });
  expect(await budgeting.announced(EarnedValueChanged, projectId)).toHaveLength(told.length + 1);
});

test('sums that were carried along are those of the tasks', async () => {
  const project = await TrialProject.planned(budgeting);
  await project.approve('10000001');
  for (const [month, percent] of [33, 67, 1, 99].entries())
    await project.progress(month, percent, '2026-03-31');
  await project.progress(1, 12, '2026-03-31');
  const differing = `SELECT project_id FROM budget b WHERE version > 0 AND (ev_minor, bac_minor) <>
    (SELECT sum(ev_minor), sum(budget_minor) FROM task t WHERE t.project_id = b.project_id)`;
  expect(await budgeting.rows(differing)).toEqual([]);
});
