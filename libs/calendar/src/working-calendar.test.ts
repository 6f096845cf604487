import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { CalendarDefinition, Shift } from './calendar-definition.js';
import { compileCalendar, intersectCalendars } from './compile-calendar.js';
import { dateOf, momentFromIso, WEEKDAYS, weekdayOf } from './moment.js';
import type { Moment, Weekday } from './moment.js';
import {
  addWorkingMinutes,
  isWorking,
  subtractWorkingMinutes,
  workingMinutesBetween,
} from './working-time.js';

const ORIGIN = momentFromIso('2025-03-03');
const DAY = 1440;

const clock = fc.nat({ max: 1439 }).map((m) => `${pad(Math.floor(m / 60))}:${pad(m % 60)}`);
const shifts = fc.array(fc.record({ from: clock, to: clock }), { maxLength: 3 });
const date = fc.nat({ max: 20 }).map((day) => dateOf(ORIGIN + day * DAY));
const exception = fc
  .record({ a: date, b: date, shifts })
  .map(({ a, b, shifts: list }) => ({ from: a < b ? a : b, to: a < b ? b : a, shifts: list }));
const definition: fc.Arbitrary<CalendarDefinition> = fc
  .record({
    week: fc.dictionary(fc.constantFrom<Weekday>(...WEEKDAYS), shifts),
    exceptions: fc.array(exception, { maxLength: 4 }),
  })
  // One certain shift, so that the calendar works at all.
  .map(({ week, exceptions }) => ({
    name: 'Any',
    week: { ...week, thursday: [{ from: '09:00', to: '17:30' }] },
    exceptions,
  }));
const moment = fc.nat({ max: 21 * DAY }).map((offset) => ORIGIN + offset);

test('every minute is worked exactly when a naive reading of the calendar says so', () => {
  fc.assert(
    fc.property(definition, fc.array(moment, { minLength: 20, maxLength: 20 }), (calendar, moments) => {
      const compiled = compileCalendar(calendar);
      for (const minute of moments)
        expect(isWorking(compiled, minute)).toBe(naiveIsWorking(calendar, minute));
    }),
  );
});

test('the end of work agrees with counting minute by minute', () => {
  fc.assert(
    fc.property(definition, moment, fc.integer({ min: 1, max: 3000 }), (calendar, from, minutes) => {
      const compiled = compileCalendar(calendar);
      const end = addWorkingMinutes(compiled, from, minutes);
      let counted = 0;
      let minute = from;
      for (; counted < minutes && minute < from + 60 * DAY; minute++)
        if (naiveIsWorking(calendar, minute)) counted++;
      if (counted === minutes) expect(end).toBe(minute);
      else expect(end).toBeGreaterThan(minute);
    }),
    { numRuns: 60 },
  );
});

test('adding and then subtracting the same work comes back to a working moment', () => {
  fc.assert(
    fc.property(definition, moment, fc.nat({ max: 200_000 }), (calendar, from, minutes) => {
      const compiled = compileCalendar(calendar);
      fc.pre(isWorking(compiled, from));
      expect(subtractWorkingMinutes(compiled, addWorkingMinutes(compiled, from, minutes), minutes)).toBe(
        from,
      );
    }),
  );
});

test('working time between moments adds up', () => {
  const wide = fc.integer({ min: ORIGIN - 5000 * DAY, max: ORIGIN + 5000 * DAY });
  fc.assert(
    fc.property(definition, wide, wide, wide, (calendar, a, b, c) => {
      const compiled = compileCalendar(calendar);
      const whole = workingMinutesBetween(compiled, a, c);
      expect(workingMinutesBetween(compiled, a, b) + workingMinutesBetween(compiled, b, c)).toBe(whole);
      // The order of questions, and so the way the tables grew, does not matter.
      expect(workingMinutesBetween(compileCalendar(calendar), a, c)).toBe(whole);
    }),
  );
});

test('openings and closings are the outermost moments of the same work', () => {
  fc.assert(
    fc.property(definition, moment, (calendar, at) => {
      const compiled = compileCalendar(calendar);
      const work = compiled.workBefore(at);
      expect(compiled.finishAt(work)).toBeLessThanOrEqual(at);
      expect(compiled.startAt(work)).toBeGreaterThanOrEqual(at);
      expect(compiled.workBefore(compiled.startAt(work))).toBe(work);
      expect(compiled.workBefore(compiled.startAt(work) + 1)).toBe(work + 1);
      expect(compiled.workBefore(compiled.finishAt(work))).toBe(work);
      expect(compiled.workBefore(compiled.finishAt(work) - 1)).toBe(work - 1);
    }),
  );
});

test('an intersection works when all of its calendars do', () => {
  fc.assert(
    fc.property(definition, definition, moment, (a, b, at) => {
      const forever = { ...a, exceptions: [] };
      const both = intersectCalendars(compileCalendar(forever), compileCalendar(b));
      expect(isWorking(both, at)).toBe(naiveIsWorking(forever, at) && naiveIsWorking(b, at));
    }),
  );
});

/** Reads the definition as a person would, for one minute. */
function naiveIsWorking(calendar: CalendarDefinition, at: Moment): boolean {
  const minute = ((at % DAY) + DAY) % DAY;
  const today = shiftsOn(calendar, at).map(minutesOf);
  const yesterday = shiftsOn(calendar, at - DAY).map(minutesOf);
  return (
    today.some(([from, to]) => minute >= from && (minute < to || to <= from)) ||
    yesterday.some(([from, to]) => to <= from && minute < to)
  );
}

function shiftsOn(calendar: CalendarDefinition, at: Moment): readonly Shift[] {
  const day = dateOf(at);
  const overruling = (calendar.exceptions ?? []).findLast(({ from, to }) => from <= day && day <= to);
  return (overruling ? overruling.shifts : calendar.week[weekdayOf(day)]) ?? [];
}

function minutesOf(shift: Shift): [number, number] {
  const minute = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
  return [minute(shift.from), minute(shift.to)];
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
