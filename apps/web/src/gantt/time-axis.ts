import type { ScheduledTask } from '@meridian/contracts-projects';
import { dayToMs } from '../dates/format-day.js';

export const msPerDay = 86_400_000;

/** The stretch of time a chart shows, in UTC milliseconds. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface Tick {
  readonly at: number;
  readonly label: string;
}

export interface AxisTicks {
  readonly upper: readonly Tick[];
  readonly lower: readonly Tick[];
}

type Unit = 'week' | 'month' | 'quarter' | 'year';

/** A schedule's wall-clock moment `YYYY-MM-DDTHH:mm:ss`, read as UTC: plans know working time, not time zones. */
export function momentToMs(moment: string): number {
  return Date.parse(`${moment}Z`);
}

/** From the first to the last bar or baseline, with a little air on both sides. */
export function spanOf(tasks: readonly ScheduledTask[]): Span {
  let [from, to] = [Infinity, -Infinity];
  for (const task of tasks) {
    from = Math.min(
      from,
      momentToMs(task.start),
      task.baselineStart ? dayToMs(task.baselineStart) : Infinity,
    );
    to = Math.max(
      to,
      momentToMs(task.finish),
      task.baselineFinish ? dayToMs(task.baselineFinish) : -Infinity,
    );
  }
  const air = Math.max((to - from) * 0.02, 3 * msPerDay);
  return { from: startOf(from - air, 'week'), to: to + air };
}

/** Two rows of ticks that fit the scale: weeks under months, months under years, and so on. */
export function axisTicks(span: Span, pixelsPerDay: number): AxisTicks {
  if (pixelsPerDay >= 5)
    return { upper: ticks(span, 'month', monthAndYear), lower: ticks(span, 'week', dayOfMonth) };
  if (pixelsPerDay >= 1)
    return { upper: ticks(span, 'year', yearOnly), lower: ticks(span, 'month', monthOnly) };
  if (pixelsPerDay >= 0.3)
    return { upper: ticks(span, 'year', yearOnly), lower: ticks(span, 'quarter', quarterOnly) };
  return { upper: [], lower: ticks(span, 'year', yearOnly) };
}

function ticks({ from, to }: Span, unit: Unit, label: (at: number) => string): Tick[] {
  const found: Tick[] = [];
  for (let at = startOf(from, unit); at < to; at = next(at, unit)) found.push({ at, label: label(at) });
  return found;
}

function startOf(ms: number, unit: Unit): number {
  const date = new Date(ms);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  if (unit === 'year') return Date.UTC(year, 0, 1);
  if (unit === 'quarter') return Date.UTC(year, month - (month % 3), 1);
  if (unit === 'month') return Date.UTC(year, month, 1);
  return Date.UTC(year, month, date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
}

function next(ms: number, unit: Unit): number {
  const date = new Date(ms);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  if (unit === 'week') return ms + 7 * msPerDay;
  const months = { month: 1, quarter: 3, year: 12 }[unit];
  return Date.UTC(year, month + months, 1);
}

const format = (options: Intl.DateTimeFormatOptions): ((at: number) => string) => {
  const formatter = new Intl.DateTimeFormat(undefined, { ...options, timeZone: 'UTC' });
  return (at) => formatter.format(at);
};

const monthAndYear = format({ month: 'short', year: 'numeric' });
const monthOnly = format({ month: 'short' });
const yearOnly = format({ year: 'numeric' });
const dayOfMonth = format({ day: 'numeric' });

function quarterOnly(at: number): string {
  return `Q${Math.floor(new Date(at).getUTCMonth() / 3) + 1}`;
}
