import type { CalendarException, PlanCalendar, Shift, WeekdayRule } from '../plan-calendar.js';
import { minuteOfDay } from '../mspdi-values.js';
import type { RecordFields } from '../record-fields.js';
import { shiftsInOrder } from '../working-times.js';
import type { XmlElement } from '../xml-element.js';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MAX_EXCEPTIONS = 20_000;

/** What Primavera takes for a calendar that says nothing of its week: Monday to Friday, 08:00 to 16:00. */
const DEFAULT_DAY: readonly Shift[] = [{ fromMinute: 480, toMinute: 960 }];

/** Reads a `<Calendar>`. Its week is always its own; exceptions are also those of its base. */
export function calendarOfPrimavera(fields: RecordFields, uid: number, name: string): PlanCalendar {
  const type = fields.line('Type');
  return {
    uid,
    guid: null,
    name,
    isBase: type !== 'Resource',
    baseUid: fields.reference('BaseCalendarObjectId'),
    weekdays: weekOf(fields),
    exceptions: exceptionsOf(fields),
    workWeeks: [],
  };
}

function weekOf(fields: RecordFields): WeekdayRule[] {
  const days = fields.element.within('StandardWorkWeek', 'StandardWorkHours');
  const rules = new Map<number, WeekdayRule>();
  for (const day of days) {
    const weekday = WEEKDAYS.indexOf(day.leaf('DayOfWeek')?.trim() ?? '') + 1;
    if (weekday > 0) rules.set(weekday, { weekday, shifts: shiftsOf(fields, day, WEEKDAYS[weekday - 1]!) });
  }
  const isSilent = [...rules.values()].every(({ shifts }) => shifts.length === 0);
  return [1, 2, 3, 4, 5, 6, 7].map((weekday) => {
    const known = isSilent ? undefined : rules.get(weekday);
    return known ?? { weekday, shifts: isSilent && weekday <= 5 ? DEFAULT_DAY : [] };
  });
}

function exceptionsOf(fields: RecordFields): CalendarException[] {
  const elements = fields.element.within('HolidayOrExceptions', 'HolidayOrException');
  if (elements.length > MAX_EXCEPTIONS)
    fields.changed(`The calendar has more than ${MAX_EXCEPTIONS} exceptions; the others were left out.`);
  const byDay = new Map<string, CalendarException>();
  for (const element of elements.slice(0, MAX_EXCEPTIONS)) {
    const day = fields.of(element).moment('Date')?.slice(0, 10);
    if (day === undefined) fields.changed('An exception without a date was left out.');
    else byDay.set(day, { name: null, from: day, to: day, shifts: shiftsOf(fields, element, day) });
  }
  return [...byDay.values()].sort((a, b) => (a.from < b.from ? -1 : 1));
}

/**
 * Primavera XML ends a stretch of work with its last minute: 11:59 stands for 12:00. Other programs write the end itself, which is
 * on the five minutes.
 */
function shiftsOf(fields: RecordFields, owner: XmlElement, place: string): readonly Shift[] {
  const shifts = owner.children('WorkTime').flatMap((time) => {
    const from = minuteOfDay(time.leaf('Start')?.trim() ?? '');
    const end = minuteOfDay(time.leaf('Finish')?.trim() ?? '');
    if (time.leaf('Start') === undefined && time.leaf('Finish') === undefined) return [];
    if (from === undefined || end === undefined) {
      fields.changed(`${place}: a working time that is no time of day was left out.`);
      return [];
    }
    const to = end % 5 === 4 ? end + 1 : end;
    return [{ fromMinute: from % 1440, toMinute: to <= from ? 1440 : to }];
  });
  return shiftsInOrder(shifts, (sentence) => fields.changed(`${place}: ${sentence}`));
}
