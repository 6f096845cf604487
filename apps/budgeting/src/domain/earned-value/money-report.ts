import { ratio, ratioToDecimal } from '@meridian/money';
import { dayNumber, endOfMonth } from '../plan/calendar-day.js';
import { earnedSchedule } from './earned-schedule.js';
import { earnedValueFigures } from './earned-value.js';
import type { EarnedValueFigures } from './earned-value.js';
import { valueOf } from './figure.js';
import type { EarnedValueTotals } from './performance-index.js';

/** Where the money of a project stands on its status date. */
export interface MoneyPosition extends EarnedValueTotals {
  readonly committedMinor: bigint;
  readonly statusDate: string;
  /** The status date at which all of the budget was earned first; the clock of earned schedule stops there. */
  readonly completedOn: string | null;
  /** Planned value at the end of each calendar month, cumulative, without gaps; empty without a plan. */
  readonly months: readonly { readonly month: string; readonly cumulativeMinor: bigint }[];
  readonly hasBudget: boolean;
  /** Budget of the tasks that earn as planned; none when left out. */
  readonly effortBudgetMinor?: bigint;
  readonly isFrozen: boolean;
  /** What was earned by the last report. */
  readonly evBeforeMinor: bigint;
}

/** More than this says little about progress. The limit is the house's. */
const LEVEL_OF_EFFORT_LIMIT_PERCENT = 15n;

export type ReportFlag =
  | 'no-budget'
  | 'no-plan'
  | 'cost-without-earned-value'
  | 'labour-withheld'
  | 'level-of-effort-share-high'
  | 'earned-value-decreased'
  | 'over-committed'
  | 'frozen';

export interface MoneyReport {
  readonly figures: EarnedValueFigures;
  /** SPI(t), six decimals; absent where no time is gone or nothing is planned. */
  readonly spiT: string | undefined;
  /** 0.000000 to 100.000000 */
  readonly percentComplete: string;
  readonly forecastMinor: bigint;
  readonly flags: readonly ReportFlag[];
}

/** Everything that is said of a project's money at once: earned value, earned schedule, forecast, what to look at. */
export function moneyReport(position: MoneyPosition): MoneyReport {
  const figures = earnedValueFigures(position);
  return {
    figures,
    spiT: scheduleIndexOverTime(position),
    percentComplete: percentOf(position.evMinor, position.bacMinor),
    forecastMinor: forecastOf(position, figures),
    flags: flagsOf(position),
  };
}

/** Share in per cent with six decimals; 0.000000 of nothing. */
export function percentOf(partMinor: bigint, wholeMinor: bigint): string {
  return ratioToDecimal(wholeMinor > 0n ? ratio(partMinor * 100n, wholeMinor) : ratio(0n), 6);
}

/**
 * What the project will have cost: BAC/CPI. While no cost performance can be stated (nothing earned or nothing spent),
 * what is spent and ordered is certain, and the budget is the plan: the larger of the two.
 */
export function forecastOf(
  { bacMinor, acMinor, committedMinor }: Pick<MoneyPosition, 'bacMinor' | 'acMinor' | 'committedMinor'>,
  { estimates }: EarnedValueFigures,
): bigint {
  const bound = acMinor + committedMinor;
  return valueOf(estimates['cost-index'].eacMinor) ?? (bound > bacMinor ? bound : bacMinor);
}

function scheduleIndexOverTime({
  months,
  evMinor,
  statusDate,
  completedOn,
}: MoneyPosition): string | undefined {
  const first = months[0];
  if (first === undefined || (months.at(-1)?.cumulativeMinor ?? 0n) <= 0n) return undefined;
  const { spiTime } = earnedSchedule({
    cumulativePvMinor: months.map(({ cumulativeMinor }) => cumulativeMinor),
    evMinor,
    actualTime: monthsGone(first.month, completedOn ?? statusDate),
  });
  return valueOf(spiTime);
}

/** Months from the first day of a month to the end of a day, six decimals; 0 before it. */
function monthsGone(firstMonth: string, date: string): string {
  if (date.slice(0, 7) < firstMonth) return '0';
  const day = BigInt(date.slice(8));
  const daysInMonth = BigInt(endOfMonth(dayNumber(date)) - dayNumber(`${date.slice(0, 7)}-01`) + 1);
  const whole = BigInt(monthIndex(date) - monthIndex(firstMonth));
  return ratioToDecimal(ratio(whole * daysInMonth + day, daysInMonth), 6);
}

function monthIndex(date: string): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
}

function flagsOf(position: MoneyPosition): readonly ReportFlag[] {
  const { bacMinor, evMinor, acMinor, committedMinor, hasBudget, months, effortBudgetMinor = 0n } = position;
  const found: readonly [ReportFlag, boolean][] = [
    ['no-budget', !hasBudget],
    ['no-plan', hasBudget && months.length === 0],
    ['cost-without-earned-value', acMinor > 0n && evMinor === 0n],
    ['labour-withheld', position.isCostPartial ?? false],
    ['level-of-effort-share-high', effortBudgetMinor * 100n > bacMinor * LEVEL_OF_EFFORT_LIMIT_PERCENT],
    ['earned-value-decreased', evMinor < position.evBeforeMinor],
    ['over-committed', acMinor + committedMinor > bacMinor],
    ['frozen', position.isFrozen],
  ];
  return found.filter(([, isSo]) => isSo).map(([flag]) => flag);
}
