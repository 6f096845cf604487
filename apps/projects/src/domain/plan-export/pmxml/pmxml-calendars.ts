import type { PlanCalendar, Shift } from '../../plan-file/plan-calendar.js';
import type { PlanFile, PlanHeader } from '../../plan-file/plan-file.js';
import { dayNumber, dayText } from '../../plan-file/recurring-days.js';
import { resolveCalendar } from '../../plan-file/resolve-calendar.js';
import type { XmlText } from '../xml-text.js';
import { writeSorted } from './pmxml-values.js';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
/** Days that one calendar is written out to; seasons and long closures are days here. */
const MAX_DAYS = 20_000;

const ALWAYS: PlanCalendar['weekdays'] = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
  weekday,
  shifts: [{ fromMinute: 0, toMinute: 1440 }],
}));

/** The calendars of a plan, and one around the clock when tasks have elapsed durations: Primavera has none. */
export function writeCalendars(xml: XmlText, plan: PlanFile): void {
  for (const calendar of plan.calendars) writeCalendar(xml, calendar, plan);
  if (!plan.tasks.some(isElapsed)) return;
  const name = 'Around the clock';
  const own = { guid: null, isBase: true, baseUid: null, weekdays: ALWAYS, exceptions: [], workWeeks: [] };
  writeCalendar(xml, { ...own, uid: clockCalendarUid(plan), name }, plan);
}

export function isElapsed(task: PlanFile['tasks'][number]): boolean {
  return task.durationStyle.elapsed && !task.isSummary && (task.durationMinutes ?? 0) > 0;
}

/** The id of the calendar around the clock: the first that is free. */
export function clockCalendarUid({ calendars }: PlanFile): number {
  return calendars.reduce((most, { uid }) => Math.max(most, uid), 0) + 1;
}

function writeCalendar(xml: XmlText, calendar: PlanCalendar, { calendars, header }: PlanFile): void {
  const week =
    resolveCalendar(calendars, calendar.uid)?.week ?? calendar.weekdays.map(({ shifts }) => shifts);
  xml.element('Calendar', () => {
    writeSorted(xml, {
      BaseCalendarObjectId: calendar.baseUid,
      ...hoursOf(header),
      IsDefault: calendar.uid === header.calendarUid,
      Name: calendar.name,
      ObjectId: calendar.uid,
      Type: !calendar.isBase ? 'Resource' : calendar.baseUid === null ? 'Global' : 'Project',
    });
    xml.list('HolidayOrExceptions', exceptionDays(calendar), ([day, shifts]) =>
      xml.element('HolidayOrException', () => {
        xml.leaf('Date', `${day}T00:00:00`);
        writeTimes(xml, shifts);
      }),
    );
    xml.list('StandardWorkWeek', [...week.entries()], ([at, shifts]) =>
      xml.element('StandardWorkHours', () => {
        xml.leaf('DayOfWeek', WEEKDAYS[at]);
        writeTimes(xml, shifts);
      }),
    );
  });
}

function hoursOf({ minutesPerDay, minutesPerWeek, daysPerMonth }: PlanHeader) {
  return {
    HoursPerDay: minutesPerDay / 60,
    HoursPerWeek: minutesPerWeek / 60,
    HoursPerMonth: (daysPerMonth * minutesPerDay) / 60,
    HoursPerYear: (daysPerMonth * minutesPerDay * 12) / 60,
  };
}

/** Primavera knows exceptions of single days only. Where two hold for one day, the first in the list counts. */
function exceptionDays({ exceptions, workWeeks }: PlanCalendar): [string, readonly Shift[]][] {
  const days = new Map<string, readonly Shift[]>();
  const add = (from: string, to: string, shiftsOn: (day: number) => readonly Shift[] | undefined): void => {
    for (let day = dayNumber(from); day <= dayNumber(to) && days.size < MAX_DAYS; day++) {
      const shifts = shiftsOn(day);
      if (shifts !== undefined && !days.has(dayText(day))) days.set(dayText(day), shifts);
    }
  };
  for (const { from, to, shifts } of exceptions) add(from, to, () => shifts);
  for (const { from, to, weekdays } of workWeeks) {
    const rules = new Map(weekdays.map(({ weekday, shifts }) => [weekday, shifts]));
    // 1970-01-01 was a Thursday.
    add(from, to, (day) => rules.get(((((day + 3) % 7) + 7) % 7) + 1));
  }
  return [...days].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** A stretch ends with its last minute: 11:59 for 12:00. Free days have an empty one. */
function writeTimes(xml: XmlText, shifts: readonly Shift[]): void {
  if (shifts.length === 0) xml.element('WorkTime', () => undefined);
  for (const { fromMinute, toMinute } of shifts) {
    xml.element('WorkTime', () =>
      xml.leaves({ Start: clock(fromMinute), Finish: clock(toMinute % 5 === 0 ? toMinute - 1 : toMinute) }),
    );
  }
}

function clock(minute: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}:00`;
}
