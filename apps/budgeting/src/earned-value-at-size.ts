#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { moneyReport } from './domain/earned-value/money-report.js';
import { earnedValueFigures } from './domain/earned-value/earned-value.js';
import type { EarnedValueTotals } from './domain/earned-value/performance-index.js';
import { rollUp, sumTotals } from './domain/earned-value/rollup.js';
import type { RollupNode } from './domain/earned-value/rollup.js';
import { costBaseline, earnedOfTask } from './domain/plan/cost-baseline.js';
import type { BaselineTask, CostBaseline } from './domain/plan/cost-baseline.js';
import { HOUSE_CALENDAR } from './domain/plan/house-calendar.js';
import { dateOf, dayNumber } from './domain/plan/calendar-day.js';

// What `npm run bench -- earned-value` measures: the rules alone, without database and bus, on a house of many projects in
// ten portfolios. Prints the milliseconds of computing (of this process, on whatever core it got) of valuing everything anew and
// of each progress report, as JSON.
const { values } = parseArgs({
  options: {
    projects: { type: 'string', default: '1000' },
    tasks: { type: 'string', default: '1000' },
    reports: { type: 'string', default: '2000' },
  },
});
const PROJECTS = Number(values.projects);
const TASKS = Number(values.tasks);
const REPORTS = Number(values.reports);
const PORTFOLIOS = 10;
const STATUS_DATE = '2026-11-20';
const FIRST_DAY = dayNumber('2026-01-05');

interface ProjectInMemory {
  readonly baseline: CostBaseline;
  readonly pvMinor: bigint;
  readonly percents: number[];
  evMinor: bigint;
}

const plans = Array.from({ length: PROJECTS }, (_, project) => planOf(project));
const began = process.cpuUsage();
const projects = plans.map(valued);
const figures = rollUp(nodes(), 'EUR');
const fullMs = computedMs(began);
const reportMs = Array.from({ length: REPORTS }, (_, report) => measured(report));
process.stdout.write(`${JSON.stringify({ fullMs, reportMs, levels: figures.size })}\n`);

/** A chain of tasks of one to four weeks over two years, each with a part of its project's budget. */
function planOf(project: number): readonly BaselineTask[] {
  return Array.from({ length: TASKS }, (_, index) => {
    const start = FIRST_DAY + ((index * 37 + project) % 700);
    return {
      taskId: `${project}.${index}`,
      planCostMinor: BigInt(10_000 + ((index * 7_919) % 90_000)),
      workMinutes: 4_800n,
      durationMinutes: 4_800n,
      baselineStart: dateOf(start),
      baselineFinish: dateOf(start + 6 + (index % 22)),
      percentComplete: (index * 13) % 101,
    };
  });
}

/** Its budget laid over its plan, planned value day by day, and every figure of the project. */
function valued(plan: readonly BaselineTask[]): ProjectInMemory {
  const lines = [{ taskId: null, amountMinor: BigInt(TASKS) * 100_000n }];
  const baseline = costBaseline(lines, plan, HOUSE_CALENDAR);
  const pvMinor = baseline.days.findLast(({ day }) => day <= STATUS_DATE)?.cumulativeMinor ?? 0n;
  const percents = plan.map(({ percentComplete }) => percentComplete);
  const project = { baseline, pvMinor, percents, evMinor: baseline.measuredMinor };
  reportOf(project, project.evMinor);
  return project;
}

function reportOf(project: ProjectInMemory, evBeforeMinor: bigint) {
  const { baseline } = project;
  return moneyReport({
    ...totalsOf(project),
    committedMinor: 0n,
    statusDate: STATUS_DATE,
    completedOn: null,
    months: baseline.months.map(({ period: month, cumulativeMinor }) => ({ month, cumulativeMinor })),
    hasBudget: true,
    isFrozen: false,
    evBeforeMinor,
  });
}

/** What it earned, beside a tenth more spent than was planned. */
function totalsOf({ pvMinor, evMinor }: ProjectInMemory): EarnedValueTotals {
  return { bacMinor: BigInt(TASKS) * 100_000n, pvMinor, evMinor, acMinor: (pvMinor * 11n) / 10n };
}

/** The house, its portfolios, and their projects with their sums. */
function nodes(): readonly RollupNode[] {
  const portfolios = Array.from({ length: PORTFOLIOS }, (_, index) => ({
    nodeId: `portfolio ${index}`,
    parentId: 'house',
  }));
  const own = projects.map((project, index) => ({
    nodeId: `project ${index}`,
    parentId: `portfolio ${index % PORTFOLIOS}`,
    own: { currency: 'EUR', ...totalsOf(project) },
  }));
  return [{ nodeId: 'house' }, ...portfolios, ...own];
}

/** One report of progress, as its reaction values it: this task, its project, and all levels above. */
function measured(report: number): number {
  const project = projects[(report * 7_919) % PROJECTS] as ProjectInMemory;
  const at = (report * 104_729) % TASKS;
  const budgetMinor = project.baseline.tasks[at]?.budgetMinor ?? 0n;
  const percent = (report * 31) % 101;
  const before = process.cpuUsage();
  const evBeforeMinor = project.evMinor;
  project.evMinor +=
    earnedOfTask(budgetMinor, percent) - earnedOfTask(budgetMinor, project.percents[at] as number);
  project.percents[at] = percent;
  reportOf(project, evBeforeMinor);
  const portfolio = projects.filter((_, index) => index % PORTFOLIOS === report % PORTFOLIOS);
  for (const level of [portfolio, projects]) earnedValueFigures(sumTotals(level.map(totalsOf)));
  return computedMs(before);
}

function computedMs(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1_000;
}
