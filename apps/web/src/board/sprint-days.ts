import type { SprintLine } from '@meridian/contracts-projects';
import { dayToMs, daysBetween } from '../dates/format-day.js';

const msPerDay = 86_400_000;
const twoWeeks = 14;

/** Days to begin with: as long as the sprint before and right after it, else two weeks from the next Monday on. */
export function nextSprintDays(
  after: Pick<SprintLine, 'startsOn' | 'endsOn'> | undefined,
  today: string,
): { readonly startsOn: string; readonly endsOn: string } {
  const from = later(after?.endsOn ?? today, 1);
  const startsOn = later(from, (8 - new Date(dayToMs(from)).getUTCDay()) % 7);
  // Two weeks end on a Friday: three days before the next Monday.
  const length = after ? daysBetween(after.startsOn, after.endsOn) : twoWeeks - 3;
  return { startsOn, endsOn: later(startsOn, length) };
}

function later(day: string, days: number): string {
  return new Date(dayToMs(day) + days * msPerDay).toISOString().slice(0, 10);
}
