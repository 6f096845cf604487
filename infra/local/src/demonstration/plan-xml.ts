import type { StoryDays } from './story-days.js';
import { STORY_PEOPLE, type StoryProject, type StoryTask } from './story.js';

const HOURS_PER_DAY = 8;

/** The plan of a story's project as Microsoft Project XML (MSPDI), as planners hand it in: nothing is done yet. */
export function planXml(story: StoryProject, days: StoryDays): string {
  const uids = new Map(story.tasks.map((task, index) => [task.name, index + 1]));
  const people = [...new Set(story.tasks.flatMap((task) => task.people))];
  const start = Math.min(...story.tasks.map((task) => task.from));
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<Project xmlns="http://schemas.microsoft.com/project">',
    element({ Name: `${story.code} ${story.name}`, Title: story.name, ScheduleFromStart: 1 }),
    element({
      StartDate: `${days.on(start)}T08:00:00`,
      CurrencyCode: 'EUR',
    }),
    element({ MinutesPerDay: 480, MinutesPerWeek: 2400, DaysPerMonth: 20, CalendarUID: 1 }),
    CALENDARS,
    `<Tasks>${story.tasks.map((task) => taskXml(task, uids, days)).join('')}</Tasks>`,
    `<Resources>${people.map((name, index) => resourceXml(name, index + 1)).join('')}</Resources>`,
    `<Assignments>${assignmentsXml(story, uids, people, days)}</Assignments>`,
    '</Project>',
  ].join('\n');
}

function taskXml(task: StoryTask, uids: ReadonlyMap<string, number>, days: StoryDays): string {
  const now = spanOf(task, task.slip ?? 0, days);
  const planned = spanOf(task, 0, days);
  const uid = uids.get(task.name);
  return `<Task>${[
    element({
      UID: uid,
      ID: uid,
      Name: task.name,
      Type: 1,
      IsNull: 0,
      WBS: uid,
      OutlineNumber: uid,
      OutlineLevel: 1,
    }),
    element({
      Priority: 500,
      Start: now.start,
      Finish: now.finish,
      Duration: hours(now.days),
      DurationFormat: 7,
    }),
    element({
      Milestone: task.days === 0 ? 1 : 0,
      Summary: 0,
      PercentComplete: 0,
      Cost: task.budget * 100,
    }),
    ...task.after.map(
      (name) =>
        `<PredecessorLink>${element({ PredecessorUID: uids.get(name), Type: 1, LinkLag: 0, LagFormat: 7 })}</PredecessorLink>`,
    ),
    `<Baseline>${element({ Number: 0, Start: planned.start, Finish: planned.finish, Duration: hours(planned.days), Cost: task.budget * 100 })}</Baseline>`,
  ].join('')}</Task>`;
}

interface Span {
  readonly start: string;
  readonly finish: string;
  readonly days: number;
}

/** First and last moment of a task; a milestone lies at the end of the working day before. */
function spanOf(task: StoryTask, longer: number, days: StoryDays): Span {
  if (task.days === 0) {
    const moment = `${days.on(task.from - 1)}T17:00:00`;
    return { start: moment, finish: moment, days: 0 };
  }
  const length = task.days + longer;
  return {
    start: `${days.on(task.from)}T08:00:00`,
    finish: `${days.on(task.from + length - 1)}T17:00:00`,
    days: length,
  };
}

function resourceXml(name: string, uid: number): string {
  const email = STORY_PEOPLE.find((person) => person.name === name)?.email;
  return `<Resource>${element({ UID: uid, ID: uid, Name: name, Type: 1, MaxUnits: '1.00', EmailAddress: email, CalendarUID: 1 })}</Resource>`;
}

function assignmentsXml(
  story: StoryProject,
  uids: ReadonlyMap<string, number>,
  people: readonly string[],
  days: StoryDays,
): string {
  const pairs = story.tasks.flatMap((task) => task.people.map((name) => ({ task, name })));
  return pairs
    .map(({ task, name }, index) => {
      const { start, finish, days: length } = spanOf(task, task.slip ?? 0, days);
      const ids = { UID: index + 1, TaskUID: uids.get(task.name), ResourceUID: people.indexOf(name) + 1 };
      return `<Assignment>${element({ ...ids, Units: 1, Work: hours(length), Start: start, Finish: finish })}</Assignment>`;
    })
    .join('');
}

function hours(days: number): string {
  return `PT${days * HOURS_PER_DAY}H0M0S`;
}

function element(values: Readonly<Record<string, string | number | undefined>>): string {
  return Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `<${name}>${escaped(String(value))}</${name}>`)
    .join('');
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

const SHIFTS = `<WorkingTimes>${[
  ['08:00:00', '12:00:00'],
  ['13:00:00', '17:00:00'],
]
  .map(([from, to]) => `<WorkingTime><FromTime>${from}</FromTime><ToTime>${to}</ToTime></WorkingTime>`)
  .join('')}</WorkingTimes>`;

const CALENDARS = `<Calendars><Calendar><UID>1</UID><Name>Standard</Name><IsBaseCalendar>1</IsBaseCalendar><WeekDays>${[
  1, 2, 3, 4, 5, 6, 7,
]
  .map(
    (day) =>
      `<WeekDay><DayType>${day}</DayType><DayWorking>${day === 1 || day === 7 ? 0 : 1}</DayWorking>${day === 1 || day === 7 ? '' : SHIFTS}</WeekDay>`,
  )
  .join('')}</WeekDays></Calendar></Calendars>`;
