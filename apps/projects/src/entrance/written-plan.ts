import type { ImportPlan } from '@meridian/contracts-projects';

/** A line of a plan file that a test writes. Times are 08:00 to 17:00 of a standard week. */
export interface WrittenTask {
  readonly uid: number;
  readonly name: string;
  readonly level?: number;
  /** Working days; 0 is a milestone. Summaries have none. */
  readonly days?: number;
  readonly isSummary?: boolean;
  readonly after?: readonly number[];
  /** Names of people who work on it. */
  readonly people?: readonly string[];
  /** Cost in whole units of the currency. */
  readonly cost?: number;
  readonly mustStartOn?: string;
}

const GUID = '6E3D3A54-0000-4000-8000-000000000001';

/** A Microsoft Project XML file with these tasks, starting on Monday 2026-03-02. */
export function writtenPlan(tasks: readonly WrittenTask[], currency = 'EUR'): string {
  const people = [...new Set(tasks.flatMap((task) => task.people ?? []))];
  const assignments = tasks.flatMap((task) =>
    (task.people ?? []).map((name) => ({ taskUid: task.uid, resourceUid: people.indexOf(name) + 1 })),
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?><Project xmlns="http://schemas.microsoft.com/project"><SaveVersion>14</SaveVersion>',
    `<GUID>${GUID}</GUID><Name>Written plan</Name><StartDate>2026-03-02T08:00:00</StartDate><ScheduleFromStart>1</ScheduleFromStart>`,
    `<CurrencyCode>${currency}</CurrencyCode><CurrencyDigits>2</CurrencyDigits><CalendarUID>1</CalendarUID><MinutesPerDay>480</MinutesPerDay>`,
    `<Calendars>${STANDARD_WEEK}</Calendars>`,
    `<Tasks>${tasks.map((task) => writtenTask(task)).join('')}</Tasks>`,
    `<Resources>${people.map((name, index) => `<Resource><UID>${index + 1}</UID><ID>${index + 1}</ID><Name>${name}</Name><Type>1</Type></Resource>`).join('')}</Resources>`,
    `<Assignments>${assignments.map(({ taskUid, resourceUid }, index) => `<Assignment><UID>${index + 1}</UID><TaskUID>${taskUid}</TaskUID><ResourceUID>${resourceUid}</ResourceUID><Units>1</Units><Work>PT8H0M0S</Work></Assignment>`).join('')}</Assignments>`,
    '</Project>',
  ].join('');
}

/**
 * A plan of so many lines: groups of fifty below a summary, each a chain of tasks of one to five days that ends in a
 * milestone; the first task of a group waits for the tenth of the group before.
 */
export function chainedPlan(lines: number): WrittenTask[] {
  return Array.from({ length: lines }, (_, index): WrittenTask => {
    const uid = index + 1;
    const place = index % 50;
    if (place === 0) return { uid, name: `Group ${uid}`, level: 1, isSummary: true };
    const isLast = place === 49 || uid === lines;
    const before = place > 1 ? [uid - 1] : index > 50 ? [uid - 41] : [];
    const name = isLast ? `Milestone ${uid}` : `Task ${uid}`;
    return { uid, name, level: 2, days: isLast ? 0 : (index % 5) + 1, after: before, cost: 1000 };
  });
}

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7].map((day) => {
  const times =
    '<WorkingTimes><WorkingTime><FromTime>08:00:00</FromTime><ToTime>12:00:00</ToTime></WorkingTime>' +
    '<WorkingTime><FromTime>13:00:00</FromTime><ToTime>17:00:00</ToTime></WorkingTime></WorkingTimes>';
  const isFree = day === 1 || day === 7;
  return `<WeekDay><DayType>${day}</DayType><DayWorking>${isFree ? 0 : 1}</DayWorking>${isFree ? '' : times}</WeekDay>`;
});
const STANDARD_WEEK = `<Calendar><UID>1</UID><Name>Standard</Name><IsBaseCalendar>1</IsBaseCalendar><WeekDays>${WEEKDAYS.join('')}</WeekDays></Calendar>`;

function writtenTask({
  uid,
  name,
  level = 1,
  days = 1,
  isSummary = false,
  after = [],
  cost,
  mustStartOn,
}: WrittenTask): string {
  const links = after.map(
    (from) =>
      `<PredecessorLink><PredecessorUID>${from}</PredecessorUID><Type>1</Type><LinkLag>0</LinkLag></PredecessorLink>`,
  );
  return [
    `<Task><UID>${uid}</UID><ID>${uid}</ID><Name>${name}</Name><OutlineLevel>${level}</OutlineLevel>`,
    `<Duration>PT${days * 8}H0M0S</Duration><DurationFormat>7</DurationFormat><Summary>${isSummary ? 1 : 0}</Summary>`,
    `<Milestone>${days === 0 && !isSummary ? 1 : 0}</Milestone>`,
    mustStartOn === undefined
      ? ''
      : `<ConstraintType>2</ConstraintType><ConstraintDate>${mustStartOn}</ConstraintDate>`,
    cost === undefined ? '' : `<Cost>${cost * 100}</Cost>`,
    `${links.join('')}</Task>`,
  ].join('');
}

/** What imports a written plan into a project. */
export function wallPlan(projectId: string, plan: string): ImportPlan {
  return { projectId, fileName: 'wall.xml', contentBase64: Buffer.from(plan).toString('base64') };
}

/** Each task of a plan by its name. */
export function idsByName(tasks: readonly { readonly name: string; readonly taskId: string }[]) {
  return new Map(tasks.map(({ name, taskId }) => [name, taskId]));
}
