import type {
  CalendarException,
  PlanCalendar,
  Shift,
  WeekdayRule,
  WorkWeek,
} from '../../plan-file/plan-calendar.js';
import type { XmlText } from '../xml-text.js';
import { clock } from './mspdi-codes.js';

/** Writes a `<Calendar>`. Days are 1 Sunday to 7 Saturday here. */
export function writeCalendar(xml: XmlText, calendar: PlanCalendar): void {
  xml.element('Calendar', () => {
    xml.leaves({
      UID: calendar.uid,
      GUID: calendar.guid,
      Name: calendar.name,
      IsBaseCalendar: calendar.isBase,
      BaseCalendarUID: calendar.baseUid ?? -1,
    });
    writeWeek(xml, calendar.weekdays);
    xml.list('Exceptions', calendar.exceptions, (exception) => writeException(xml, exception));
    xml.list('WorkWeeks', calendar.workWeeks, (week) => writeWorkWeek(xml, week));
  });
}

function writeWeek(xml: XmlText, rules: readonly WeekdayRule[]): void {
  xml.list('WeekDays', rules, ({ weekday, shifts }) =>
    xml.element('WeekDay', () => {
      xml.leaf('DayType', (weekday % 7) + 1);
      writeShifts(xml, shifts);
    }),
  );
}

function writeException(xml: XmlText, { name, from, to, shifts }: CalendarException): void {
  xml.element('Exception', () => {
    xml.leaf('EnteredByOccurrences', 0);
    writePeriod(xml, from, to);
    xml.leaves({ Name: name, Type: 1 });
    writeShifts(xml, shifts);
  });
}

function writeWorkWeek(xml: XmlText, { name, from, to, weekdays }: WorkWeek): void {
  xml.element('WorkWeek', () => {
    writePeriod(xml, from, to);
    xml.leaf('Name', name);
    writeWeek(xml, weekdays);
  });
}

function writePeriod(xml: XmlText, from: string, to: string): void {
  xml.element('TimePeriod', () => xml.leaves({ FromDate: `${from}T00:00:00`, ToDate: `${to}T23:59:00` }));
}

function writeShifts(xml: XmlText, shifts: readonly Shift[]): void {
  xml.leaf('DayWorking', shifts.length > 0);
  xml.list('WorkingTimes', shifts, ({ fromMinute, toMinute }) =>
    xml.element('WorkingTime', () => xml.leaves({ FromTime: clock(fromMinute), ToTime: clock(toMinute) })),
  );
}
