import { calendarExceptions } from './mspdi-exceptions.js';
import type { PlanCalendar, WeekdayRule, WorkWeek } from './plan-calendar.js';
import type { RecordFields } from './record-fields.js';
import { workingTimes } from './working-times.js';
import type { XmlElement } from './xml-element.js';

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** Reads a `<Calendar>`. Whether its base exists is settled when all calendars are known. */
export function calendarOf(fields: RecordFields, uid: number, name: string): PlanCalendar {
  return {
    uid,
    guid: fields.line('GUID'),
    name,
    isBase: fields.flag('IsBaseCalendar') ?? fields.reference('BaseCalendarUID') === null,
    baseUid: fields.reference('BaseCalendarUID'),
    weekdays: weekdayRules(fields, fields.element),
    exceptions: calendarExceptions(fields),
    workWeeks: fields.element
      .within('WorkWeeks', 'WorkWeek')
      .flatMap((week) => workWeekOf(fields, week) ?? []),
  };
}

function weekdayRules(fields: RecordFields, owner: XmlElement): WeekdayRule[] {
  const rules = new Map<number, WeekdayRule>();
  for (const element of owner.within('WeekDays', 'WeekDay')) {
    const day = fields.of(element);
    const type = day.integer('DayType');
    if (type === 0) continue;
    if (type === null || type < 1 || type > 7) {
      fields.changed(
        `A weekday has DayType ${String(type)}; it must be 1 (Sunday) to 7 (Saturday). It was left out.`,
      );
      continue;
    }
    const weekday = type === 1 ? 7 : type - 1;
    rules.set(weekday, { weekday, shifts: workingTimes(day, WEEKDAYS[type - 1]!) });
  }
  return [...rules.values()].sort((a, b) => a.weekday - b.weekday);
}

function workWeekOf(fields: RecordFields, element: XmlElement): WorkWeek | undefined {
  const period = element.children('TimePeriod')[0];
  const from = period === undefined ? null : fields.of(period).moment('FromDate');
  const to = period === undefined ? null : fields.of(period).moment('ToDate');
  const weekdays = weekdayRules(fields, element);
  if (from === null || to === null || weekdays.length === 0) {
    fields.changed('A work week without dates or weekdays was left out.');
    return undefined;
  }
  return { name: fields.of(element).line('Name'), from: from.slice(0, 10), to: to.slice(0, 10), weekdays };
}

/**
 * Calendars whose base is missing, or would lead back to themselves, stand alone. Returns the same calendars in the same
 * order; `note` hears about each change.
 */
export function settleBases(
  calendars: readonly PlanCalendar[],
  note: (uid: number, sentence: string) => void,
): PlanCalendar[] {
  const bases = new Map(calendars.map(({ uid, baseUid }) => [uid, baseUid]));
  const settled = new Set<number>();
  for (const { uid } of calendars) settleChain(uid, bases, settled, note);
  return calendars.map((calendar) => ({ ...calendar, baseUid: bases.get(calendar.uid) ?? null }));
}

/** Follows one chain of bases to its end, or to a calendar that was settled before, and cuts it where it goes wrong. */
function settleChain(
  start: number,
  bases: Map<number, number | null>,
  settled: Set<number>,
  note: (uid: number, sentence: string) => void,
): void {
  const chain = new Set<number>();
  for (let uid = start; !settled.has(uid);) {
    chain.add(uid);
    const base = bases.get(uid) ?? null;
    if (base === null) break;
    if (!bases.has(base) || chain.has(base)) {
      const fault = chain.has(base) ? 'leads back to it' : 'is not in the file';
      note(uid, `Its base calendar ${base} ${fault}; it stands alone.`);
      bases.set(uid, null);
      break;
    }
    uid = base;
  }
  for (const uid of chain) settled.add(uid);
}
