import { dateOf } from '@meridian/calendar';
import { budgetingForecasts } from './budgeting-forecasts.js';
import type { ForecastHistory } from './budgeting-forecasts.js';
import { networkForecast } from './network-forecast.js';
import type { ProTrackProject } from './read-protrack.js';
import { workingDaysUntil } from './tracked-project.js';

/** How far a method was from what really happened, in per cent of that. */
export interface MethodAccuracy {
  readonly of: 'duration' | 'cost';
  readonly method: string;
  /** Mean absolute percentage error of each project over its status dates, in the order of the projects. */
  readonly perProject: readonly number[];
  readonly meanPercent: number;
  readonly medianPercent: number;
  /** Status dates for which the method had a figure, of all on which work was still to do. */
  readonly stated: number;
  readonly asked: number;
}

/** One forecast on one status date: what was said, where anything was, and what came. */
interface Forecast {
  readonly of: 'duration' | 'cost';
  readonly method: string;
  readonly said: number | undefined;
  readonly came: number;
}

/**
 * Compares each forecast of each status date on which work was still to do with the real end: the mean over the status dates
 * of a project, then mean and median over the projects, so that a project reported weekly does not outweigh the others.
 */
export function forecastAccuracy(
  projects: ReadonlyMap<string, ProTrackProject>,
  histories: readonly ForecastHistory[] = budgetingForecasts(projects),
): readonly MethodAccuracy[] {
  const perProject = histories.map((history) => {
    const project = projects.get(history.name);
    if (project === undefined) throw new Error(`"${history.name}" was not asked for.`);
    return forecastsOf(project, history);
  });
  const methods = new Map(perProject.flat().map((forecast) => [keyOf(forecast), forecast]));
  return [...methods].map(([key, { of, method }]) => {
    const byProject = perProject.map((forecasts) => forecasts.filter((one) => keyOf(one) === key));
    const errors = byProject.map(meanError).filter((error) => error !== undefined);
    return {
      of,
      method,
      perProject: errors,
      meanPercent: errors.reduce((all, error) => all + error, 0) / errors.length,
      medianPercent: medianOf(errors),
      stated: byProject.flat().filter(({ said }) => said !== undefined).length,
      asked: byProject.flat().length,
    };
  });
}

/** The table as it stands in the README of budgeting. */
export function accuracyTable(rows: readonly MethodAccuracy[]): string {
  const lines = [...rows]
    .sort((a, b) => b.of.localeCompare(a.of) || a.meanPercent - b.meanPercent)
    .map(
      ({ of, method, meanPercent, medianPercent, stated, asked }) =>
        `| ${of} | ${method} | ${meanPercent.toFixed(2)} % | ${medianPercent.toFixed(2)} % | ${stated} of ${asked} |`,
    );
  return [
    '| forecast of | method | mean | median | status dates with a figure |',
    '| --- | --- | --- | --- | --- |',
    ...lines,
  ].join('\n');
}

function forecastsOf(project: ProTrackProject, history: ForecastHistory): readonly Forecast[] {
  const finalCost = Number(history.statuses.at(-1)?.figures.acMinor);
  return history.statuses.flatMap((status, index) => {
    const { figures, durations, withSpiTime, plannedDuration } = status;
    if (figures.evMinor === figures.bacMinor) return [];
    const period = project.periods[index];
    if (period === undefined) throw new Error(`"${history.name}" has no period ${index + 1}.`);
    const network = (unstarted: Parameters<typeof networkForecast>[2]): number =>
      workingDaysUntil(project, dateOf(networkForecast(project, period, unstarted) - 1));
    const said = {
      duration: {
        'plan kept': plannedDuration,
        'network, planned starts kept': network('keeps-planned-start'),
        'network, logic alone': network('as-logic-allows'),
        ...numbersOf(durations),
      },
      cost: {
        'budget kept': Number(figures.bacMinor),
        ...numbersOf(eacOf(figures.estimates)),
        'cost-and-schedule-index, SPI(t)': numberOf(withSpiTime['cost-and-schedule-index']?.eacMinor),
        'weighted-indices, SPI(t)': numberOf(withSpiTime['weighted-indices']?.eacMinor),
      },
    };
    return (['duration', 'cost'] as const).flatMap((of) =>
      Object.entries(said[of])
        .filter(([method]) => method !== 'bottom-up')
        .map(([method, figure]) => ({
          of,
          method,
          said: figure,
          came: of === 'duration' ? history.endedAfterDays : finalCost,
        })),
    );
  });
}

type Told = ForecastHistory['statuses'][number]['spiTime'];

function eacOf(estimates: ForecastHistory['statuses'][number]['withSpiTime']): Record<string, Told> {
  return Object.fromEntries(Object.entries(estimates).map(([method, { eacMinor }]) => [method, eacMinor]));
}

function numbersOf(figures: Readonly<Record<string, Told>>): Record<string, number | undefined> {
  return Object.fromEntries(Object.entries(figures).map(([method, figure]) => [method, numberOf(figure)]));
}

function numberOf(figure: Told | undefined): number | undefined {
  return figure?.state === 'available' ? Number(figure.value) : undefined;
}

function meanError(forecasts: readonly Forecast[]): number | undefined {
  const errors = forecasts.flatMap(({ said, came }) =>
    said === undefined ? [] : [(Math.abs(said - came) / came) * 100],
  );
  return errors.length === 0 ? undefined : errors.reduce((all, error) => all + error, 0) / errors.length;
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}

function keyOf({ of, method }: Forecast): string {
  return `${of} ${method}`;
}
