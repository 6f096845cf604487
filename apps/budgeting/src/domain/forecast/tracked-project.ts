import { ratioToDecimal } from '@meridian/money';
import { earnedSchedule } from '../earned-value/earned-schedule.js';
import { earnedValueFigures } from '../earned-value/earned-value.js';
import type { EarnedValueFigures } from '../earned-value/earned-value.js';
import { mapFigure } from '../earned-value/figure.js';
import type { Figure } from '../earned-value/figure.js';
import { sumTotals } from '../earned-value/rollup.js';
import { taskValues } from '../earned-value/task-value.js';
import type { EarnedValueTotals } from '../earned-value/performance-index.js';
import { dayNumber } from '../plan/calendar-day.js';
import { plannedDays } from '../plan/planned-days.js';
import { workCalendar, workingDays } from '../plan/working-days.js';
import type { WorkCalendar } from '../plan/working-days.js';
import { finishForecasts } from './finish-forecast.js';
import type { FinishMethod } from './finish-forecast.js';
import { timeStatus } from './time-status.js';
import type { TimeStatus } from './time-status.js';

/** A project as it was planned and as it was reported on each status date, from wherever it was tracked. */
export interface TrackedProject {
  /** ISO weekdays that are worked (1 = Monday), and days that are not. */
  readonly weekdays: readonly number[];
  readonly holidays: readonly string[];
  readonly tasks: readonly {
    readonly taskId: string;
    readonly budgetMinor: bigint;
    readonly baselineStart: string;
    readonly baselineFinish: string;
  }[];
  /** In order of their status dates. */
  readonly reports: readonly TrackedReport[];
}

export interface TrackedReport {
  readonly statusDate: string;
  /** Of tasks that have begun. */
  readonly tasks: readonly {
    readonly taskId: string;
    readonly percentComplete: string;
    readonly actualMinor: bigint;
  }[];
}

/** What the formulas say on a status date; durations are working days from the first planned day, six decimals. */
export interface TrackedStatus {
  readonly statusDate: string;
  readonly figures: EarnedValueFigures;
  readonly actualTime: number;
  readonly plannedDuration: number;
  readonly earnedSchedule: string;
  readonly spiTime: Figure<string>;
  /** The same with SPI(t) in place of SPI. */
  readonly withSpiTime: EarnedValueFigures['estimates'];
  readonly durations: Readonly<Record<FinishMethod, Figure<string>>>;
}

/**
 * Earned value, earned schedule and every forecast of a project on each of its status dates, by the rules by which the
 * projects of the house are measured: linear planned value over working days, earned value by percentage.
 */
export function trackedStatuses(project: TrackedProject): readonly TrackedStatus[] {
  const calendar = workCalendar(project);
  const days = plannedDays(project.tasks, calendar);
  const totals: EarnedValueTotals[] = [];
  return project.reports.flatMap((report) => {
    const time = timeStatus(days, calendar, report.statusDate);
    if (time === undefined) return [];
    totals.push(totalsOf(project, report, calendar));
    return [statusOf(report.statusDate, totals, time)];
  });
}

/** Working days of the project's calendar from its first planned day to a date, both included. */
export function durationUntil(project: TrackedProject, date: string): number {
  const calendar = workCalendar(project);
  const first = plannedDays(project.tasks, calendar)[0];
  return first === undefined ? 0 : workingDays(calendar, dayNumber(first.day), dayNumber(date));
}

/** The last three periods, as the trade's list of estimates has it: what was earned and spent since the report before them. */
const RECENT_PERIODS = 3;

function statusOf(statusDate: string, until: readonly EarnedValueTotals[], time: TimeStatus): TrackedStatus {
  const now = until.at(-1) as EarnedValueTotals;
  const before = until.at(-1 - RECENT_PERIODS);
  const recent =
    until.length < RECENT_PERIODS
      ? undefined
      : {
          evMinor: now.evMinor - (before?.evMinor ?? 0n),
          acMinor: now.acMinor - (before?.acMinor ?? 0n),
        };
  const { cumulativePvMinor, actualTime, plannedDuration } = time;
  const es = earnedSchedule({ cumulativePvMinor, evMinor: now.evMinor, actualTime });
  const basis = recent === undefined ? {} : { recent };
  return {
    statusDate,
    figures: earnedValueFigures(now, basis),
    actualTime,
    plannedDuration,
    earnedSchedule: es.earnedSchedule,
    spiTime: es.spiTime,
    withSpiTime: earnedValueFigures(now, { ...basis, scheduleIndex: es.spiTimeExact }).estimates,
    durations: durationsOf(now, time),
  };
}

function durationsOf(totals: EarnedValueTotals, time: TimeStatus): TrackedStatus['durations'] {
  const forecasts = Object.entries(finishForecasts(totals, time)).map(([method, duration]) => [
    method,
    mapFigure(duration, (value) => ratioToDecimal(value, 6)),
  ]);
  return Object.fromEntries(forecasts) as TrackedStatus['durations'];
}

function totalsOf(
  { tasks }: TrackedProject,
  report: TrackedReport,
  calendar: WorkCalendar,
): EarnedValueTotals {
  const reported = new Map(report.tasks.map((task) => [task.taskId, task]));
  const budgeted = tasks.map((task) => {
    const { percentComplete = '0', actualMinor = 0n } = reported.get(task.taskId) ?? {};
    return { ...task, actualMinor, method: { kind: 'percent-complete' as const, percentComplete } };
  });
  return sumTotals(taskValues(budgeted, { statusDate: report.statusDate, calendar }));
}
