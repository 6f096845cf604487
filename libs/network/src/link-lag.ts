import { Refusal } from '@meridian/refusal';
import type { Activity, LagCalendar, Link } from './activity-network.js';
import { ELAPSED } from './compiled-network.js';

/** The lag of a link in minutes, and the index of the calendar in which they are counted (or ELAPSED). */
export interface MeasuredLag {
  readonly minutes: number;
  readonly calendar: number;
}

const NO_LAG: MeasuredLag = { minutes: 0, calendar: ELAPSED };

/** @throws Refusal `network/lag-invalid` when the lag is not a whole number of minutes, or the percentage not a number. */
export function readLag(
  link: Link,
  predecessor: Activity,
  calendars: Record<LagCalendar, number>,
): MeasuredLag {
  const { lag } = link;
  if (!lag) return NO_LAG;
  if ('elapsedMinutes' in lag) return { minutes: checked(link, lag.elapsedMinutes), calendar: ELAPSED };
  const calendar = calendars[lag.calendar ?? 'successor'];
  const share =
    'percent' in lag ? Math.round((lag.percent / 100) * predecessor.durationMinutes) : lag.minutes;
  const minutes = checked(link, share);
  if ('minutes' in lag) return minutes === 0 ? NO_LAG : { minutes, calendar };
  return { minutes, calendar: lag.elapsed || predecessor.durationKind === 'elapsed' ? ELAPSED : calendar };
}

function checked(link: Link, minutes: number): number {
  if (Number.isInteger(minutes)) return minutes;
  throw new Refusal(
    'network/lag-invalid',
    `The link ${link.from} → ${link.to} has a lag of ${minutes} minutes; allowed are whole minutes, negative ones too.`,
    { kind: 'unprocessable', details: { from: link.from, to: link.to, found: minutes } },
  );
}
