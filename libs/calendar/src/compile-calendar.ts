import { Refusal } from '@meridian/refusal';
import type { CalendarDefinition, WorkingWeek } from './calendar-definition.js';
import { intersect, readShifts, unite } from './day-pattern.js';
import type { DayPattern, DayShifts } from './day-pattern.js';
import { dateFromDay, dayFromDate, dayNumberOf, WEEKDAYS, weekdayIndex } from './moment.js';
import type { DayNumber } from './moment.js';
import { WorkingCalendar } from './working-calendar.js';

/**
 * Makes a calendar ready for computing. Keep the result: its tables grow with use.
 *
 * @throws Refusal `calendar/no-working-time` when neither the week nor a period nor an exception has any work,
 * `calendar/shift-invalid` for a malformed time, `calendar/moment-invalid` for a malformed date,
 * `calendar/dates-reversed` when an exception or a period ends before it begins.
 */
export function compileCalendar(definition: CalendarDefinition): WorkingCalendar {
  const layers = [
    ...(definition.periods ?? []).map((period) => layer(period, readWeek(period.week))),
    ...(definition.exceptions ?? []).map((exception) => layer(exception, [readShifts(exception.shifts)])),
  ];
  const week = readWeek(definition.week);
  const works = (shifts: DayShifts) => shifts.today.minutes + shifts.tomorrow.minutes > 0;
  if (!week.some(works) && !layers.some(({ shifts }) => shifts.some(works)))
    throw noWorkingTime(definition.name);
  const united = remembered(unite);
  return new WorkingCalendar(definition.name, (firstDay, count) => {
    const shifts = paint(week, layers, firstDay - 1, count + 1);
    return Array.from({ length: count }, (_, i) => united(shifts[i + 1]!.today, shifts[i]!.tomorrow));
  });
}

/**
 * Time in which all of the calendars work: a task's calendar and the calendar of the person who does it.
 *
 * @throws Refusal `calendar/no-working-time` when they never work at the same time.
 */
export function intersectCalendars(first: WorkingCalendar, ...others: WorkingCalendar[]): WorkingCalendar {
  let result = first;
  for (const other of others) if (other !== result) result = intersectTwo(result, other);
  return result;
}

/** Time in which any of the calendars works: a task that several people do in turns. */
export function uniteCalendars(first: WorkingCalendar, ...others: WorkingCalendar[]): WorkingCalendar {
  return others.reduce((result, other) => (other === result ? result : uniteTwo(result, other)), first);
}

interface Layer {
  readonly from: DayNumber;
  readonly to: DayNumber;
  /** Seven weekdays, Sunday first, or one entry for all days. */
  readonly shifts: readonly DayShifts[];
}

function intersectTwo(a: WorkingCalendar, b: WorkingCalendar): WorkingCalendar {
  const common = remembered(intersect);
  const patterns = (firstDay: DayNumber, count: number) => {
    const others = b.patterns(firstDay, count);
    return a.patterns(firstDay, count).map((pattern, i) => common(pattern, others[i]!));
  };
  const name = `${a.name} ∩ ${b.name}`;
  for (let year = 1900; year < 2200; year++) {
    if (patterns(dayNumberOf(year, 1, 1), 366).some((pattern) => pattern.minutes > 0)) {
      return new WorkingCalendar(name, patterns);
    }
  }
  throw noWorkingTime(name);
}

function uniteTwo(a: WorkingCalendar, b: WorkingCalendar): WorkingCalendar {
  const either = remembered(unite);
  return new WorkingCalendar(`${a.name} ∪ ${b.name}`, (firstDay, count) => {
    const others = b.patterns(firstDay, count);
    return a.patterns(firstDay, count).map((pattern, i) => either(pattern, others[i]!));
  });
}

function readWeek(week: WorkingWeek): DayShifts[] {
  return WEEKDAYS.map((weekday) => readShifts(week[weekday]));
}

function layer(span: { from: string; to: string; name?: string }, shifts: readonly DayShifts[]): Layer {
  const from = dayFromDate(span.from);
  const to = dayFromDate(span.to);
  if (to >= from) return { from, to, shifts };
  throw new Refusal(
    'calendar/dates-reversed',
    `"${span.name ?? 'An exception'}" ends on ${dateFromDay(to)}, before it begins on ${dateFromDay(from)}.`,
    { kind: 'unprocessable', details: { from: span.from, to: span.to } },
  );
}

function paint(
  week: readonly DayShifts[],
  layers: readonly Layer[],
  firstDay: DayNumber,
  count: number,
): DayShifts[] {
  const days = Array.from({ length: count }, (_, i) => week[weekdayIndex(firstDay + i)]!);
  for (const { from, to, shifts } of layers) {
    const end = Math.min(to, firstDay + count - 1);
    for (let day = Math.max(from, firstDay); day <= end; day++) {
      days[day - firstDay] = shifts.length === 1 ? shifts[0]! : shifts[weekdayIndex(day)]!;
    }
  }
  return days;
}

/** The same two patterns meet on thousands of days: combine them once. */
function remembered(combine: (a: DayPattern, b: DayPattern) => DayPattern): typeof combine {
  const known = new Map<DayPattern, Map<DayPattern, DayPattern>>();
  return (a, b) => {
    let row = known.get(a);
    if (!row) known.set(a, (row = new Map()));
    let pattern = row.get(b);
    if (!pattern) row.set(b, (pattern = combine(a, b)));
    return pattern;
  };
}

function noWorkingTime(name: string): Refusal {
  return new Refusal(
    'calendar/no-working-time',
    `The calendar "${name}" has no working time; give it shifts on at least one weekday.`,
    { kind: 'unprocessable', details: { calendar: name } },
  );
}
