import { formatCount, formatPercent } from '../money/format-money.js';
import type { HeatCell } from './heat-rows.js';

/** Whole hours, halves where they say something: `7.5`. */
export function hours(minutes: number): string {
  return formatCount(Math.round(minutes / 30) / 2);
}

/** What a cell says, for those who cannot see the shade. */
export function cellWords({
  percent,
  capacityMinutes,
  bookedMinutes,
  overMinutes,
  peopleOver,
}: HeatCell): string {
  if (percent === null)
    return overMinutes > 0
      ? `${hours(bookedMinutes)} hours booked and none available`
      : 'away, nothing booked';
  const of = `${hours(bookedMinutes)} of ${hours(capacityMinutes)} hours booked, ${formatPercent(percent)}`;
  if (overMinutes === 0) return of;
  const who = peopleOver > 1 ? ` of ${peopleOver} people` : '';
  return `${of}; ${hours(overMinutes)} hours${who} too many`;
}
