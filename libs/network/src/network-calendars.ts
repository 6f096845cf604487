import type { WorkingCalendar } from '@meridian/calendar';
import { Refusal } from '@meridian/refusal';
import type { NetworkInput } from './activity-network.js';
import { ELAPSED } from './compiled-network.js';

export interface NetworkCalendars {
  readonly list: readonly WorkingCalendar[];
  /** Index of the project calendar, or ELAPSED. */
  readonly project: number;
  /** Index of each activity's calendar, or ELAPSED. */
  readonly calendarOf: Int16Array;
}

/** The calendars in use. @throws Refusal `network/unknown-calendar`. */
export function readCalendars({ activities, calendars, projectCalendar }: NetworkInput): NetworkCalendars {
  const list: WorkingCalendar[] = projectCalendar ? [projectCalendar] : [];
  const project = projectCalendar ? 0 : ELAPSED;
  const numberOf = new Map<string, number>();
  const calendarOf = new Int16Array(activities.length).fill(project);
  for (let i = 0; i < activities.length; i++) {
    const { calendarId } = activities[i]!;
    if (calendarId == null) continue;
    let number = numberOf.get(calendarId);
    if (number === undefined) {
      const calendar = calendars?.get(calendarId);
      if (!calendar) throw unknownCalendar(activities[i]!.name ?? activities[i]!.id, calendarId);
      number = list.push(calendar) - 1;
      numberOf.set(calendarId, number);
    }
    calendarOf[i] = number;
  }
  return { list, project, calendarOf };
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
