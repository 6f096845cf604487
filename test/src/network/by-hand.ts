import type { WorkingCalendar } from '@meridian/calendar';
import type { Activity, Link, NetworkInput } from '@meridian/network';

/** Times as one would work them out by hand from the input, without the engine. */
export function afterLag(input: NetworkInput, link: Link, moment: number): number {
  const predecessor = activityOf(input, link.from);
  const lag = link.lag ?? { minutes: 0 };
  if ('elapsedMinutes' in lag) return moment + lag.elapsedMinutes;
  const isElapsed = 'percent' in lag && predecessor.durationKind === 'elapsed';
  const minutes =
    'percent' in lag ? Math.round((lag.percent / 100) * predecessor.durationMinutes) : lag.minutes;
  const owner = { predecessor, successor: activityOf(input, link.to), project: undefined }[
    lag.calendar ?? 'successor'
  ];
  const calendar =
    owner?.calendarId != null ? input.calendars!.get(owner.calendarId)! : input.projectCalendar!;
  if (isElapsed || minutes === 0) return moment + minutes;
  return calendar.finishAt(calendar.workBefore(moment) + minutes);
}

export function activityOf(input: NetworkInput, id: string): Activity {
  return input.activities.find((activity) => activity.id === id)!;
}

export function calendarOf(input: NetworkInput, activity: Activity): WorkingCalendar | undefined {
  if (activity.durationKind === 'elapsed' && activity.durationMinutes > 0) return undefined;
  return activity.calendarId != null ? input.calendars!.get(activity.calendarId) : input.projectCalendar;
}

export function workBetween(calendar: WorkingCalendar | undefined, from: number, to: number): number {
  return calendar ? calendar.workBefore(to) - calendar.workBefore(from) : to - from;
}

/** The first moment by which one more minute of work would have been done. */
export function minuteLater(calendar: WorkingCalendar | undefined, moment: number): number {
  return calendar ? calendar.startAt(calendar.workBefore(moment) + 1) : moment + 1;
}
