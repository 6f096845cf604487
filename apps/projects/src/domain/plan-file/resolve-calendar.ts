import type { CalendarException, PlanCalendar, Shift, WorkWeek } from './plan-calendar.js';

/** A calendar with everything it inherits. */
export interface ResolvedCalendar {
  readonly uid: number;
  readonly name: string;
  /** Seven lists of shifts, Monday first. */
  readonly week: readonly (readonly Shift[])[];
  /** Own exceptions first: where two hold for one day, the first in the list counts. */
  readonly exceptions: readonly CalendarException[];
  readonly workWeeks: readonly WorkWeek[];
}

const STANDARD_DAY: readonly Shift[] = [
  { fromMinute: 480, toMinute: 720 },
  { fromMinute: 780, toMinute: 1020 },
];

/**
 * What a calendar says together with its base calendars. A weekday about which none of them says anything is 08:00-12:00
 * and 13:00-17:00 from Monday to Friday and off at weekends, as in Microsoft Project. Undefined for an unknown UID.
 */
export function resolveCalendar(
  calendars: readonly PlanCalendar[],
  uid: number,
): ResolvedCalendar | undefined {
  const byUid = new Map(calendars.map((calendar) => [calendar.uid, calendar]));
  const chain: PlanCalendar[] = [];
  for (let next = byUid.get(uid); next !== undefined && !chain.includes(next);) {
    chain.push(next);
    next = next.baseUid === null ? undefined : byUid.get(next.baseUid);
  }
  const own = chain[0];
  if (own === undefined) return undefined;
  return {
    uid,
    name: own.name,
    week: [1, 2, 3, 4, 5, 6, 7].map((weekday) => shiftsOn(chain, weekday)),
    exceptions: chain.flatMap((calendar) => calendar.exceptions),
    workWeeks: chain.flatMap((calendar) => calendar.workWeeks),
  };
}

function shiftsOn(chain: readonly PlanCalendar[], weekday: number): readonly Shift[] {
  for (const calendar of chain) {
    const rule = calendar.weekdays.find((candidate) => candidate.weekday === weekday);
    if (rule !== undefined) return rule.shifts;
  }
  return weekday <= 5 ? STANDARD_DAY : [];
}
