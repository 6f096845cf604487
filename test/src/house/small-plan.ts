/** A plan of a few tasks that follow each other, one working week each, and a milestone behind the last. */
export interface SmallPlan {
  readonly name: string;
  readonly tasks: number;
  /** Who works on it: each task gets the next one. Nobody when left out. */
  readonly people?: readonly string[];
  /** `YYYY-MM-DD`, a Monday. */
  readonly startsOn: string;
}

const DAY_MS = 86_400_000;

/** The plan as Microsoft Project XML (MSPDI), as planners hand it in. Each task has a baseline and a cost in it. */
export function smallPlanXml({ name, tasks, people = [], startsOn }: SmallPlan): string {
  const week = (index: number) => ({
    start: `${dayAfter(startsOn, 7 * index)}T08:00:00`,
    finish: `${dayAfter(startsOn, 7 * index + 4)}T17:00:00`,
  });
  const works = Array.from({ length: tasks }, (_, index) => taskXml(index, week(index)));
  const resources = people.map((person, index) =>
    element('Resource', { UID: index + 1, ID: index + 1, Name: person, Type: 1, MaxUnits: '1.00' }),
  );
  const assignments = people.length === 0 ? [] : Array.from({ length: tasks }, (_, index) => index);
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<Project xmlns="http://schemas.microsoft.com/project">',
    `<Name>${name}</Name><Title>${name}</Title><ScheduleFromStart>1</ScheduleFromStart>`,
    `<StartDate>${startsOn}T08:00:00</StartDate><CurrencyCode>EUR</CurrencyCode>`,
    '<MinutesPerDay>480</MinutesPerDay><MinutesPerWeek>2400</MinutesPerWeek><CalendarUID>1</CalendarUID>',
    CALENDARS,
    `<Tasks>${works.join('')}${milestoneXml(tasks, week(tasks - 1).finish)}</Tasks>`,
    `<Resources>${resources.join('')}</Resources>`,
    `<Assignments>${assignments
      .map((index) =>
        element('Assignment', {
          UID: index + 1,
          TaskUID: index + 1,
          ResourceUID: (index % people.length) + 1,
          Units: 1,
          Work: 'PT40H0M0S',
          Start: week(index).start,
          Finish: week(index).finish,
        }),
      )
      .join('')}</Assignments>`,
    '</Project>',
  ].join('\n');
}

/** The Monday so many weeks before the week of a day. */
export function mondayBefore(day: string, weeks: number): string {
  const sinceMonday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return dayAfter(day, -sinceMonday - 7 * weeks);
}

function taskXml(index: number, { start, finish }: { start: string; finish: string }): string {
  const cost = (index + 1) * 100_000;
  const facts = element('', {
    UID: index + 1,
    ID: index + 1,
    Name: `Work ${index + 1}`,
    Type: 1,
    OutlineNumber: index + 1,
    OutlineLevel: 1,
    Start: start,
    Finish: finish,
    Duration: 'PT40H0M0S',
    DurationFormat: 7,
    Milestone: 0,
    Summary: 0,
    PercentComplete: 0,
    Cost: cost,
  });
  const baseline = element('Baseline', {
    Number: 0,
    Start: start,
    Finish: finish,
    Duration: 'PT40H0M0S',
    Cost: cost,
  });
  return `<Task>${facts}${index === 0 ? '' : linkTo(index)}${baseline}</Task>`;
}

function milestoneXml(tasks: number, at: string): string {
  const facts = element('', {
    UID: tasks + 1,
    ID: tasks + 1,
    Name: 'Handed over',
    Type: 1,
    OutlineNumber: tasks + 1,
    OutlineLevel: 1,
    Start: at,
    Finish: at,
    Duration: 'PT0H0M0S',
    DurationFormat: 7,
    Milestone: 1,
    Summary: 0,
    PercentComplete: 0,
    Cost: 0,
  });
  const baseline = element('Baseline', { Number: 0, Start: at, Finish: at, Duration: 'PT0H0M0S', Cost: 0 });
  return `<Task>${facts}${linkTo(tasks)}${baseline}</Task>`;
}

function linkTo(uid: number): string {
  return element('PredecessorLink', { PredecessorUID: uid, Type: 1, LinkLag: 0, LagFormat: 7 });
}

/** Child elements in the order given, inside an element of that name when it has one. */
function element(name: string, values: Readonly<Record<string, string | number>>): string {
  const children = Object.entries(values)
    .map(([key, value]) => `<${key}>${value}</${key}>`)
    .join('');
  return name === '' ? children : `<${name}>${children}</${name}>`;
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
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
  .map((day) => {
    const isWorking = day !== 1 && day !== 7;
    return `<WeekDay><DayType>${day}</DayType><DayWorking>${isWorking ? 1 : 0}</DayWorking>${isWorking ? SHIFTS : ''}</WeekDay>`;
  })
  .join('')}</WeekDays></Calendar></Calendars>`;
