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
  /** From the last actual cost to the estimate at completion at the end of the plan. */
  readonly forecast: readonly DrawnPoint[];
  readonly largestMinor: number;
}

/**
 * Places cumulative months at their last day. The month that still runs was measured today, so its earned value and
 * actual cost stand at today and not at an end nobody has seen.
 */
export function costCurve(points: readonly CurvePoint[], today: string, eacMinor?: string): CostCurve {
  const planned = points.map((point) => ({ at: monthEnd(point.period), minor: Number(point.pvMinor) }));
  const earned = measured(points, today, (point) => point.evMinor);
  const actual = measured(points, today, (point) => point.acMinor);
  const forecast = forecastOf(actual.at(-1), planned.at(-1), eacMinor);
  const all = [...planned, ...earned, ...actual, ...forecast];
  return { planned, earned, actual, forecast, largestMinor: Math.max(0, ...all.map((point) => point.minor)) };
}

function measured(
  points: readonly CurvePoint[],
  today: string,
  amount: (point: CurvePoint) => string | undefined,
): DrawnPoint[] {
  return points.flatMap((point) => {
    const minor = amount(point);
    if (minor === undefined) return [];
    const isRunning = point.period === today.slice(0, 7);
    return [{ at: isRunning ? dayToMs(today) : monthEnd(point.period), minor: Number(minor) }];
  });
}

function forecastOf(
  last: DrawnPoint | undefined,
  end: DrawnPoint | undefined,
  eacMinor: string | undefined,
): DrawnPoint[] {
  if (!last || !end || eacMinor === undefined || end.at <= last.at) return [];
  return [last, { at: end.at, minor: Number(eacMinor) }];
}

/** The last midnight of a month `YYYY-MM`. */
function monthEnd(period: string): number {
  const [year = 0, month = 1] = period.split('-').map(Number);
  return Date.UTC(year, month, 0);
}
