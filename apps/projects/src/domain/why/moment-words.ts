import { isoFromMoment } from '@meridian/calendar';

const MINUTES_PER_HOUR = 60;

/** `2026-03-06 17:00`: the day is written for the reader by the page that shows it. */
export function momentWords(moment: number): string {
  return isoFromMoment(moment).slice(0, 16).replace('T', ' ');
}

/** Minutes of work as hours, with at most one decimal. */
export function hourWords(minutes: number): string {
  const hours = minutes / MINUTES_PER_HOUR;
  const text = Number.isInteger(hours) ? String(hours) : hours.toFixed(1);
  return `${text} ${text === '1' ? 'hour' : 'hours'}`;
}
