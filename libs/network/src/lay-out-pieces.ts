import { Refusal } from '@meridian/refusal';
import type { Activity } from './activity-network.js';
import { ACTIVITY, ELAPSED } from './compiled-network.js';
import type { CompiledNetwork, Tracks } from './compiled-network.js';
import type { NetworkCalendars } from './network-calendars.js';

/**
 * The ends of all pieces by position; null when no activity has any. Elapsed and manual activities and milestones have none.
 *
 * @throws Refusal `network/piece-invalid` when minutes are not whole, below 0 before a piece or below 1 in it.
 */
export function layOutPieces(
  activities: readonly Activity[],
  layout: Pick<CompiledNetwork, 'activityAt' | 'role' | 'calendar' | 'duration' | 'isManual'>,
  calendars: NetworkCalendars,
): Tracks | null {
  if (!activities.some(({ pieces }) => pieces?.length)) return null;
  const count = layout.activityAt.length;
  const first = new Int32Array(count + 1);
  const calendar: number[] = [];
  const beyond: number[] = [];
  for (let p = 0; p < count; p++) {
    first[p] = beyond.length;
    const activity = activities[layout.activityAt[p]!]!;
    const isOne = layout.calendar[p] === ELAPSED || layout.duration[p] === 0 || layout.isManual[p] === 1;
    for (const piece of isOne || layout.role[p] !== ACTIVITY ? [] : (activity.pieces ?? [])) {
      const own = piece.calendarId == null ? undefined : calendars.numberOf.get(piece.calendarId);
      calendar.push(own ?? layout.calendar[p]!);
      const end = checked(activity, piece.afterMinutes, 0) + checked(activity, piece.minutes, 1);
      beyond.push(end - layout.duration[p]!);
    }
  }
  first[count] = beyond.length;
  return { first, calendar: Int16Array.from(calendar), beyond: Int32Array.from(beyond) };
}

function checked(activity: Activity, minutes: number, least: number): number {
  if (Number.isInteger(minutes) && minutes >= least) return minutes;
  throw new Refusal(
    'network/piece-invalid',
    `"${activity.name ?? activity.id}" has a piece with ${minutes} minutes; allowed are whole minutes from ${least}.`,
    { kind: 'unprocessable', details: { activityId: activity.id, found: minutes } },
  );
}
