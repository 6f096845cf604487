import type { WorkingCalendar } from '@meridian/calendar';
import { Refusal } from '@meridian/refusal';
import type { Activity, NetworkInput } from './activity-network.js';
import { ELAPSED } from './compiled-network.js';

export interface NetworkCalendars {
  readonly list: readonly WorkingCalendar[];
  /** Index of the project calendar, or ELAPSED. */
  readonly project: number;
  /** Index of each activity's calendar, or ELAPSED. */
  readonly calendarOf: Int16Array;
  /** Index of a calendar that an activity or one of its pieces names. */
  readonly numberOf: ReadonlyMap<string, number>;
}

/** The calendars in use. @throws Refusal `network/unknown-calendar`. */
export function readCalendars({ activities, calendars, projectCalendar }: NetworkInput): NetworkCalendars {
  const list: WorkingCalendar[] = projectCalendar ? [projectCalendar] : [];
  const project = projectCalendar ? 0 : ELAPSED;
  const numberOf = new Map<string, number>();
  const calendarOf = new Int16Array(activities.length).fill(project);
  const number = (activity: Activity, calendarId: string) => {
    const known = numberOf.get(calendarId);
    if (known !== undefined) return known;
    const calendar = calendars?.get(calendarId);
    if (!calendar) throw unknownCalendar(activity.name ?? activity.id, calendarId);
    const next = list.push(calendar) - 1;
    numberOf.set(calendarId, next);
    return next;
  };
  for (let i = 0; i < activities.length; i++) {
    const activity = activities[i]!;
    if (activity.calendarId != null) calendarOf[i] = number(activity, activity.calendarId);
    for (const { calendarId } of activity.pieces ?? []) if (calendarId != null) number(activity, calendarId);
  }
  return { list, project, calendarOf, numberOf };
}

function unknownCalendar(name: string, calendarId: string): Refusal {
  return new Refusal(
    'network/unknown-calendar',
    `"${name}" uses the calendar "${calendarId}", which is not given.`,
    {
      kind: 'unprocessable',
      details: { calendarId },
    },
  );
}
