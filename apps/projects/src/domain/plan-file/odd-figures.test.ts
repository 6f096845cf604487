import { describe, expect, test } from '@jest/globals';
import { fidelityOf } from '../fidelity/plan-fidelity.js';
import { planOfFile } from '../plan/plan-of-file.js';
import { readMspdi } from './read-mspdi.js';
import { readPlanFile } from './read-plan-file.js';
import type { PlanReading } from './plan-reading.js';

/** A plan of one task in a week of eight hours a day, from Monday 2026-03-02. */
const plan = (task: string, more = ''): PlanReading =>
  readMspdi(
    `<Project xmlns="http://schemas.microsoft.com/project"><StartDate>2026-03-02T08:00:00</StartDate>` +
      `<Tasks><Task><UID>1</UID><Name>Dig</Name>${task}</Task>${more}</Tasks></Project>`,
  );
const sentences = ({ report }: PlanReading): string[] => report.changed.map(({ sentence }) => sentence);
const taken = ({ plan: file }: PlanReading) =>
  planOfFile(file, {
    planVersion: 1,
    earlier: [],
    isSameLineage: false,
    newId: () => 'one',
    takesMoney: true,
    fallbackStart: '2026-03-02T08:00:00',
  });

describe('a figure beyond all measure is a gap, and the report says what is allowed', () => {
  test.each([
    ['Duration', 'PT999999999H0M0S', 'up to a hundred years'],
    ['Duration', '-PT8H0M0S', 'up to a hundred years'],
    ['RemainingDuration', 'PT99999999H', 'up to a hundred years'],
    ['Work', 'PT999999999H0M0S', 'a duration like PT8H0M0S'],
    ['Start', '9999-12-31T08:00:00', 'in the years 1900 to 2199'],
    ['Deadline', '0001-01-01T00:00:00', 'in the years 1900 to 2199'],
    ['Priority', '99999999999', 'a whole number'],
  ])('%s of %s', (field, value, allowed) => {
    const reading = plan(`<${field}>${value}</${field}>`);
    expect(sentences(reading)).toEqual([expect.stringContaining(`${field} is "${value}"`)]);
    expect(sentences(reading)[0]).toContain(allowed);
    expect(() => fidelityOf(reading)).not.toThrow();
  });

  test('a UID that no program can keep is none', () => {
    const { report } = plan('', '<Task><UID>99999999999</UID><Name>Lost</Name></Task>');
    expect(report.leftOut).toMatchObject([{ name: 'Lost', reason: 'no-uid' }]);
  });

  test.each([
    ['minutes', '<LagFormat>7</LagFormat><LinkLag>2000000000</LinkLag>'],
    ['percent', '<LagFormat>19</LagFormat><LinkLag>2000000000</LinkLag>'],
  ])('a lag of more than a hundred years in %s is no link', (_unit, lag) => {
    const link = `<PredecessorLink><PredecessorUID>1</PredecessorUID><Type>1</Type>${lag}</PredecessorLink>`;
    const { plan: file, report } = plan(
      '<Duration>PT80H0M0S</Duration>',
      `<Task><UID>2</UID><Name>Pour</Name>${link}</Task>`,
    );
    expect(file.links).toEqual([]);
    expect(report.leftOut).toMatchObject([
      { reason: 'unknown-value', sentence: expect.stringContaining('a hundred years at most') },
    ]);
  });

  test('in a list and in a Primavera file as well', () => {
    const list = readPlanFile(Buffer.from('ID,Name,Duration\n1,Dig,999999999mo\n'), 'plan.csv');
    expect(list.plan.tasks[0]?.durationMinutes).toBeNull();
    const activity =
      '<Activity><ObjectId>1</ObjectId><Id>A</Id><Name>Dig</Name><PlannedDuration>1e9</PlannedDuration>' +
      '<RemainingDuration>900000000</RemainingDuration></Activity>';
    const { plan: primavera } = readPlanFile(
      Buffer.from(
        `<APIBusinessObjects><Project><ObjectId>1</ObjectId><Id>P</Id>${activity}</Project></APIBusinessObjects>`,
      ),
    );
    expect(primavera.tasks.find(({ code }) => code === 'A')).toMatchObject({
      durationMinutes: null,
      actual: { remainingDurationMinutes: null },
    });
  });
});

describe('what other programs write', () => {
  test('no years and no months before the days are nothing, and a whole number may have a fraction of nothing', () => {
    const link =
      '<PredecessorLink><PredecessorUID>1</PredecessorUID><Type>1</Type><LinkLag>4800.0</LinkLag></PredecessorLink>';
    const { plan: file } = plan(
      '<Duration>P0Y0M0DT8H0M0S</Duration>',
      `<Task><UID>2</UID><Name>Pour</Name><Duration>P0Y0M2DT0H0M0S</Duration>${link}</Task>`,
    );
    expect(file.tasks.map(({ durationMinutes }) => durationMinutes)).toEqual([480, 2880]);
    expect(file.links[0]?.lagMinutes).toBe(480);
  });

  test.each([
    ['<ManualStart>2026-03-10T08:00:00</ManualStart>', '2026-03-10T08:00:00', '2026-03-11T17:00:00'],
    ['<ManualFinish>2026-03-11T17:00:00</ManualFinish>', '2026-03-10T08:00:00', '2026-03-11T17:00:00'],
  ])('a manual task with one date has the other by its duration: %s', (date, start, finish) => {
    const { tasks } = taken(plan(`<Manual>1</Manual><Duration>PT16H0M0S</Duration>${date}`));
    expect(tasks[0]).toMatchObject({ fileStart: start, fileFinish: finish });
  });

  test('a work week with one weekday leaves the others as they are; a shift over midnight is named', () => {
    const hours = (from: string, to: string) =>
      `<DayWorking>1</DayWorking><WorkingTimes><WorkingTime><FromTime>${from}</FromTime><ToTime>${to}</ToTime></WorkingTime></WorkingTimes>`;
    const reading = readMspdi(
      '<Project xmlns="http://schemas.microsoft.com/project"><StartDate>2026-03-02T08:00:00</StartDate><CalendarUID>1</CalendarUID>' +
        '<Calendars><Calendar><UID>1</UID><Name>C</Name><IsBaseCalendar>1</IsBaseCalendar><WorkWeeks><WorkWeek>' +
        '<TimePeriod><FromDate>2026-03-02T00:00:00</FromDate><ToDate>2026-03-08T23:59:00</ToDate></TimePeriod><Name>Long</Name>' +
        `<WeekDays><WeekDay><DayType>7</DayType>${hours('08:00:00', '12:00:00')}</WeekDay></WeekDays></WorkWeek></WorkWeeks></Calendar>` +
        `<Calendar><UID>2</UID><Name>N</Name><WeekDays><WeekDay><DayType>2</DayType>${hours('22:00:00', '06:00:00')}</WeekDay></WeekDays></Calendar></Calendars>` +
        '<Tasks><Task><UID>1</UID><Name>Dig</Name><Duration>PT44H0M0S</Duration><Start>2026-03-02T08:00:00</Start><Finish>2026-03-07T12:00:00</Finish></Task></Tasks></Project>',
    );
    expect(fidelityOf(reading)).toMatchObject({ datesCompared: 2, datesEqual: 2 });
    expect(sentences(reading)).toEqual([expect.stringContaining('runs over midnight')]);
  });

  test('a task without a duration takes what lies between its start and its finish', () => {
    const dates = '<Start>2026-03-03T08:00:00</Start><Finish>2026-03-09T12:00:00</Finish>';
    const { tasks, notes } = taken(plan(dates));
    expect(tasks[0]?.durationMinutes).toBe(4 * 480 + 240);
    expect(notes).toEqual(['"Dig" has no duration in the file; it was taken from start and finish.']);
    const elapsed = taken(plan(`${dates}<DurationFormat>8</DurationFormat>`));
    expect(elapsed.tasks[0]?.durationMinutes).toBe(6 * 1440 + 240);
    expect(taken(plan(`${dates}<Milestone>1</Milestone>`)).tasks[0]?.durationMinutes).toBe(0);
  });
});
