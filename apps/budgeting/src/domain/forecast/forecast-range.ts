import { multiplyMinor, multiplyRatios, ratio, ratioToDecimal } from '@meridian/money';
import type { Ratio } from '@meridian/money';
import { earnedValueFigures } from '../earned-value/earned-value.js';
import type { ForecastBasis } from '../earned-value/estimate-at-completion.js';
import { available, chainFigure, mapFigure, notAvailable } from '../earned-value/figure.js';
import type { Figure } from '../earned-value/figure.js';
import type { EarnedValueTotals } from '../earned-value/performance-index.js';
import { dateOf } from '../plan/calendar-day.js';
import type { PlannedDay } from '../plan/planned-days.js';
import type { WorkCalendar } from '../plan/working-days.js';
import { finishForecasts } from './finish-forecast.js';
import type { CostMethod, FinishFigureMethod } from './forecast-methods.js';
import type { ReferenceClass, ReferenceInterval } from './reference-class.js';
import { timeStatus, workingDayAt } from './time-status.js';
import type { TimeStatus } from './time-status.js';

/** All that is known of a project's future on a status date. */
export interface ForecastFacts {
  readonly totals: EarnedValueTotals;
  readonly committedMinor: bigint;
  readonly statusDate: string;
  /** Planned value by day, as the baseline has it. */
  readonly days: readonly PlannedDay[];
  readonly calendar: WorkCalendar;
  /** The finish of the schedule as it was last computed. */
  readonly scheduleFinish: string | null;
  readonly simulation: Simulation | null;
  readonly reference: ReferenceClass;
  readonly recent?: ForecastBasis['recent'];
}

export interface Simulation {
  readonly p10: string;
  readonly p50: string;
  readonly p90: string;
}

/** A value and, for methods that give one, the interval that holds eight of ten cases. */
export interface Spread<T> {
  readonly value: T;
  readonly low?: T;
  readonly high?: T;
}

export interface ProjectForecasts {
  readonly plannedFinish?: string;
  readonly cost: Readonly<Record<CostMethod, Figure<Spread<bigint>>>>;
  readonly finish: Readonly<Record<FinishFigureMethod, Figure<Spread<string>>>>;
  readonly defaultCost: CostMethod;
  readonly defaultFinish: FinishFigureMethod;
}

/**
 * Every forecast of cost and finish side by side, each a figure or the reason why there is none. Defaults: BAC / CPI, as
 * tolerances read it, and the rescheduled network, which was nearest to the real end on real projects; earned schedule stands
 * in where no schedule is known.
 */
export function projectForecasts(facts: ForecastFacts): ProjectForecasts {
  const { days, calendar, statusDate } = facts;
  const time = timeStatus(days, calendar, statusDate);
  const cost = costForecasts(facts);
  const finish = finishesOf(facts, time);
  return {
    ...(time === undefined ? {} : { plannedFinish: dateOf(time.plannedFinish) }),
    cost,
    finish,
    defaultCost: cost['cost-index'].state === 'available' ? 'cost-index' : 'certain-cost',
    defaultFinish: finish.network.state === 'available' ? 'network' : 'earned-schedule-1',
  };
}

function costForecasts({
  totals,
  committedMinor,
  recent,
  reference,
}: ForecastFacts): ProjectForecasts['cost'] {
  const { estimates } = earnedValueFigures(totals, recent === undefined ? {} : { recent });
  const of = (method: keyof typeof estimates): Figure<Spread<bigint>> =>
    totals.bacMinor > 0n
      ? mapFigure(estimates[method].eacMinor, (value) => ({ value }))
      : notAvailable('no-budget');
  const used = totals.acMinor + committedMinor;
  return {
    'cost-index': of('cost-index'),
    'planned-rate': of('planned-rate'),
    'recent-cost-index': of('recent-cost-index'),
    'weighted-indices': of('weighted-indices'),
    'cost-and-schedule-index': of('cost-and-schedule-index'),
    'bottom-up': of('bottom-up'),
    'certain-cost':
      used > 0n || totals.bacMinor > 0n
        ? available({ value: used > totals.bacMinor ? used : totals.bacMinor })
        : notAvailable('no-budget'),
    'reference-class':
      totals.bacMinor > 0n
        ? spreadOf(reference.cost, (factor) => available(multiplyMinor(totals.bacMinor, factor)))
        : notAvailable('no-budget'),
  };
}

function finishesOf(facts: ForecastFacts, time: TimeStatus | undefined): ProjectForecasts['finish'] {
  const { scheduleFinish, simulation, reference, calendar, totals } = facts;
  const dateAfter = (duration: Ratio): Figure<string> => {
    const day = time && workingDayAt(calendar, time.start, Number(ratioToDecimal(duration, 6)));
    return day === undefined ? notAvailable('beyond-a-century') : available(dateOf(day));
  };
  const durations = time && finishForecasts(totals, time);
  const by = (method: keyof NonNullable<typeof durations>): Figure<Spread<string>> =>
    mapFigure(
      chainFigure(durations?.[method] ?? notAvailable('no-planned-value'), dateAfter),
      (value): Spread<string> => ({ value }),
    );
  const planned = ratio(BigInt(time?.plannedDuration ?? 0));
  return {
    network: scheduleFinish === null ? notAvailable('no-schedule') : available({ value: scheduleFinish }),
    simulation:
      simulation === null
        ? notAvailable('no-simulation')
        : available({ value: simulation.p50, low: simulation.p10, high: simulation.p90 }),
    'earned-schedule-1': by('earned-schedule-1'),
    'earned-schedule-2': by('earned-schedule-2'),
    'earned-schedule-3': by('earned-schedule-3'),
    'planned-value-1': by('planned-value-1'),
    'planned-value-2': by('planned-value-2'),
    'planned-value-3': by('planned-value-3'),
    'earned-duration-1': by('earned-duration-1'),
    'earned-duration-2': by('earned-duration-2'),
    'earned-duration-3': by('earned-duration-3'),
    'reference-class':
      time === undefined
        ? notAvailable('no-planned-value')
        : spreadOf(reference.duration, (factor) => dateAfter(multiplyRatios(planned, factor))),
  };
}

function spreadOf<T>(
  interval: Figure<ReferenceInterval>,
  applied: (factor: Ratio) => Figure<T>,
): Figure<Spread<T>> {
  return chainFigure(interval, ({ low, median, high }) =>
    chainFigure(applied(median), (value) =>
      chainFigure(applied(low), (least) =>
        mapFigure(applied(high), (most) => ({ value, low: least, high: most })),
      ),
    ),
  );
}
