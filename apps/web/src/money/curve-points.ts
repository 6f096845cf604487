import type { CurvePoint } from '@meridian/contracts-budgeting';
import { dayToMs } from '../dates/format-day.js';

/** A point of a cost curve, ready to draw: the moment in UTC milliseconds, the amount in minor units. */
export interface DrawnPoint {
  readonly at: number;
  readonly minor: number;
}

export interface CostCurve {
  readonly planned: readonly DrawnPoint[];
  readonly earned: readonly DrawnPoint[];
  readonly actual: readonly DrawnPoint[];
  /** From the last actual cost to the estimate at completion at the end of the plan, along the shape of the plan. */
  readonly forecast: readonly DrawnPoint[];
  readonly largestMinor: number;
}

/**
 * Places cumulative months at their last day; all lines begin with nothing on the first day. The month that still runs
 * was measured today, so its earned value and actual cost stand at today and not at an end nobody has seen.
 */
export function costCurve(points: readonly CurvePoint[], today: string, eacMinor?: string): CostCurve {
  const planned = fromNothing(
    points,
    points.map((point) => ({ at: monthEnd(point.period), minor: Number(point.pvMinor) })),
  );
  const earned = measured(points, today, (point) => point.evMinor);
  const actual = measured(points, today, (point) => point.acMinor);
  const forecast = forecastOf(actual.at(-1), planned, eacMinor);
  const all = [...planned, ...earned, ...actual, ...forecast];
  return { planned, earned, actual, forecast, largestMinor: Math.max(0, ...all.map((point) => point.minor)) };
}

function measured(
  points: readonly CurvePoint[],
  today: string,
  amount: (point: CurvePoint) => string | undefined,
): DrawnPoint[] {
  const known = points.flatMap((point) => {
    const minor = amount(point);
    if (minor === undefined) return [];
    const isRunning = point.period === today.slice(0, 7);
    return [{ at: isRunning ? dayToMs(today) : monthEnd(point.period), minor: Number(minor) }];
  });
  return fromNothing(points, known);
}

function fromNothing(points: readonly CurvePoint[], line: readonly DrawnPoint[]): DrawnPoint[] {
  const first = points[0];
  return first && line.length > 0 ? [{ at: dayToMs(`${first.period}-01`), minor: 0 }, ...line] : [];
}

/** What is still to come is spread as the plan spreads what is still planned. */
function forecastOf(
  last: DrawnPoint | undefined,
  planned: readonly DrawnPoint[],
  eacMinor: string | undefined,
): DrawnPoint[] {
  const end = planned.at(-1);
  if (!last || !end || eacMinor === undefined || end.at <= last.at) return [];
  const plannedNow = amountAt(planned, last.at);
  const toCome = Number(eacMinor) - last.minor;
  const stillPlanned = end.minor - plannedNow;
  const share = (point: DrawnPoint): number =>
    stillPlanned > 0 ? (point.minor - plannedNow) / stillPlanned : (point.at - last.at) / (end.at - last.at);
  const coming = planned.filter((point) => point.at > last.at);
  return [last, ...coming.map((point) => ({ at: point.at, minor: last.minor + share(point) * toCome }))];
}

/** Between two points of a line, straight from one to the other. */
function amountAt(line: readonly DrawnPoint[], at: number): number {
  const after = line.findIndex((point) => point.at >= at);
  const [one, other] = [line[after - 1], line[after]];
  if (!one || !other) return other?.minor ?? line.at(-1)?.minor ?? 0;
  return one.minor + ((at - one.at) / (other.at - one.at)) * (other.minor - one.minor);
}

/** The last midnight of a month `YYYY-MM`. */
function monthEnd(period: string): number {
  const [year = 0, month = 1] = period.split('-').map(Number);
  return Date.UTC(year, month, 0);
}
