import { expect, test } from '@jest/globals';
import { STANDARD_CALENDAR } from '@meridian/calendar';
import type { CalendarDefinition } from '@meridian/calendar';
import { calendarKey, CompiledCalendars } from './calendar-key.js';
import { readPlanFile } from '../plan-file/read-plan-file.js';
import { planOfFile } from './plan-of-file.js';
import { planNetwork, schedulePlan } from './schedule-plan.js';

const NIGHTS: CalendarDefinition = {
  name: 'Nights',
  week: { monday: [{ from: '23:00', to: '07:00' }], tuesday: [{ from: '23:00', to: '07:00' }] },
};
const MORNINGS: CalendarDefinition = { name: 'Mornings', week: { monday: [{ from: '08:00', to: '12:00' }] } };

test('the hours of a team are those in which any of its people works', () => {
  expect(calendarKey(null, ['4', '3', '4'])).toBe('3|4');
  expect(calendarKey('7', ['4', '3'])).toBe('7&3|4');
  expect(calendarKey('7', ['7'])).toBe('7');
  expect(calendarKey(null, [])).toBeNull();
});

test('day and night shift together work sixteen hours, with a task of mornings only the common ones', () => {
  const calendars = new CompiledCalendars({ 1: STANDARD_CALENDAR, 2: NIGHTS, 3: MORNINGS });
  const monday = 20_514; // 2026-03-02
  expect(calendars.at('1|2')?.patternOn(monday).minutes).toBe(540);
  expect(calendars.at('1|2')?.patternOn(monday + 1).minutes).toBe(960);
  expect(calendars.at('3&1|2')?.patternOn(monday).minutes).toBe(240);
  expect(calendars.at('9')).toBeUndefined();
});

test('a task without a common hour with its people keeps its own calendar', () => {
  const calendars = new CompiledCalendars({ 2: NIGHTS, 3: MORNINGS });
  expect(calendars.at('3&2')?.patternOn(20_514).minutes).toBe(240);
});

test('a task of two people who work in turns ends when both together have worked its duration', () => {
  const people =
    '<Resource><UID>1</UID><Name>Day</Name><Type>1</Type><CalendarUID>1</CalendarUID></Resource>';
  const night =
    '<Resource><UID>2</UID><Name>Night</Name><Type>1</Type><CalendarUID>2</CalendarUID></Resource>';
  const assigned = [1, 2].map(
    (uid) =>
      `<Assignment><UID>${uid}</UID><TaskUID>1</TaskUID><ResourceUID>${uid}</ResourceUID></Assignment>`,
  );
  const dates = scheduled({
    duration: 'PT32H0M0S',
    resources: people + night,
    assignments: assigned.join(''),
  });
  expect(dates).toMatchObject({ start: '2026-03-02T08:00:00', finish: '2026-03-04T04:00:00' });
});

test('a task that is interrupted for a day ends a day later, and the day is not part of its duration', () => {
  const work = (day: string, hours: number) =>
    `<TimephasedData><Type>1</Type><UID>1</UID><Start>2026-03-${day}T08:00:00</Start><Finish>2026-03-${day}T17:00:00</Finish><Unit>2</Unit><Value>PT${hours}H0M0S</Value></TimephasedData>`;
  const phases = [work('02', 8), work('03', 0), work('04', 8)].join('');
  const assignments = `<Assignment><UID>1</UID><TaskUID>1</TaskUID><ResourceUID>1</ResourceUID>${phases}</Assignment>`;
  const resources =
    '<Resource><UID>1</UID><Name>Ada</Name><Type>1</Type><CalendarUID>1</CalendarUID></Resource>';
  const dates = scheduled({ duration: 'PT16H0M0S', resources, assignments });
  expect(dates).toMatchObject({ start: '2026-03-02T08:00:00', finish: '2026-03-04T17:00:00' });
  expect(dates).toMatchObject({ durationMinutes: 960, idleMinutes: 480 });
});

interface OneTask {
  readonly duration: string;
  readonly resources: string;
  readonly assignments: string;
}

/** The dates of a plan of one task, with a standard week (calendar 1) and nights from 20:00 to 04:00 (calendar 2). */
function scheduled({ duration, resources, assignments }: OneTask) {
  const week = (hours: readonly (readonly [string, string])[], isWorking: (day: number) => boolean) =>
    [1, 2, 3, 4, 5, 6, 7]
      .map((day) => {
        const times = hours.map(
          ([from, to]) =>
            `<WorkingTime><FromTime>${from}:00</FromTime><ToTime>${to}:00</ToTime></WorkingTime>`,
        );
        const rule = isWorking(day)
          ? `<DayWorking>1</DayWorking><WorkingTimes>${times.join('')}</WorkingTimes>`
          : '<DayWorking>0</DayWorking>';
        return `<WeekDay><DayType>${day}</DayType>${rule}</WeekDay>`;
      })
      .join('');
  const days = week(
    [
      ['08:00', '12:00'],
      ['13:00', '17:00'],
    ],
    (day) => day > 1 && day < 7,
  );
  const nights = week(
    [
      ['00:00', '04:00'],
      ['20:00', '00:00'],
    ],
    () => true,
  );
  const calendar = (uid: number, weekDays: string) =>
    `<Calendar><UID>${uid}</UID><Name>Calendar ${uid}</Name><IsBaseCalendar>1</IsBaseCalendar><WeekDays>${weekDays}</WeekDays></Calendar>`;
  const xml = `<Project xmlns="http://schemas.microsoft.com/project"><SaveVersion>14</SaveVersion><StartDate>2026-03-02T08:00:00</StartDate><CalendarUID>1</CalendarUID>
    <Calendars>${calendar(1, days)}${calendar(2, nights)}</Calendars>
    <Tasks><Task><UID>1</UID><ID>1</ID><Name>Work</Name><OutlineLevel>1</OutlineLevel><Duration>${duration}</Duration></Task></Tasks>
    <Resources>${resources}</Resources><Assignments>${assignments}</Assignments></Project>`;
  const { plan: file } = readPlanFile(Buffer.from(xml));
  const fallbackStart = '2026-03-02T08:00:00';
  const plan = planOfFile(file, {
    planVersion: 1,
    earlier: [],
    isSameLineage: false,
    newId: () => 'task',
    takesMoney: true,
    fallbackStart,
  });
  const computed = schedulePlan(planNetwork(plan), plan.tasks).dates.get('task');
  return { ...plan.tasks[0], ...computed };
}
