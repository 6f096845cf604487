import type { PlanFile } from '../plan-file/plan-file.js';
import type { PlanTask } from '../plan-file/plan-task.js';

export interface CalendarOptions {
  /** The moment of writing, ISO UTC: every event is stamped with it. */
  readonly now: string;
  /** What the calendar is called and its events are told apart by; stable over exports of the same plan. */
  readonly calendarId: string;
  /** Only milestones, or tasks as well. */
  readonly contents: 'milestones' | 'milestones-and-tasks';
}

/**
 * Writes the dates of a plan as iCalendar (RFC 5545), for people to subscribe to. A milestone takes the whole of its day; a task
 * goes from its start to its finish, in the plan's wall-clock time, and keeps nobody busy. An event keeps its UID for good, so
 * that a moved task moves in the calendar rather than standing there twice.
 */
export function writeIcalendar(plan: PlanFile, options: CalendarOptions): string {
  const name = plan.header.name ?? plan.header.title ?? 'Plan';
  const stamp = options.now.replace(/[-:]/g, '').replace(/\.\d+/, '');
  const names = namesByTask(plan);
  const events = calendarTasks(plan, options.contents).flatMap((task) =>
    eventOf(task, names.get(task.uid) ?? [], { ...options, stamp }),
  );
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Meridian//Plans//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    ...events,
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** The tasks of a plan that have a place in a calendar: active ones with dates; summaries only repeat what is in them. */
export function calendarTasks({ tasks }: PlanFile, contents: CalendarOptions['contents']): PlanTask[] {
  return tasks.filter(
    ({ isSummary, isActive, isMilestone, start, finish }) =>
      !isSummary && isActive && (isMilestone || contents !== 'milestones') && (start ?? finish) !== null,
  );
}

function eventOf(
  task: PlanTask,
  names: readonly string[],
  { stamp, calendarId }: CalendarOptions & { readonly stamp: string },
): string[] {
  const identity = task.guid ?? `task-${task.uid}`;
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(`${identity.toLowerCase()}.${calendarId}@meridian`)}`,
    `DTSTAMP:${stamp}`,
    ...(task.isMilestone ? wholeDay(task) : span(task)),
    `SUMMARY:${escaped(task.name)}`,
    `DESCRIPTION:${escaped(descriptionOf(task, names))}`,
    `CATEGORIES:${task.isMilestone ? 'MILESTONE' : 'TASK'}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

function wholeDay({ start, finish }: PlanTask): string[] {
  const day = (finish ?? start)!.slice(0, 10);
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  return [`DTSTART;VALUE=DATE:${day.replace(/-/g, '')}`, `DTEND;VALUE=DATE:${next.replace(/-/g, '')}`];
}

/** Times without a zone are those of the clock on the wall (RFC 5545 3.3.5, form 1). An end must lie after the start. */
function span({ start, finish }: PlanTask): string[] {
  const from = (start ?? finish)!;
  const clock = (moment: string): string => moment.replace(/[-:]/g, '');
  const begin = `DTSTART:${clock(from)}`;
  return finish !== null && finish > from ? [begin, `DTEND:${clock(finish)}`] : [begin];
}

/** The names of those who work on each task. */
function namesByTask({ resources, assignments }: PlanFile): Map<number, string[]> {
  const nameOf = new Map(resources.map(({ uid, name }) => [uid, name]));
  const names = new Map<number, string[]>();
  for (const { taskUid, resourceUid } of assignments) {
    const name = nameOf.get(resourceUid ?? Number.NaN);
    if (name !== undefined) names.set(taskUid, [...(names.get(taskUid) ?? []), name]);
  }
  return names;
}

function descriptionOf(task: PlanTask, names: readonly string[]): string {
  const percent = task.actual.percentComplete;
  return [
    task.code ?? task.wbs,
    percent === null ? null : `${Math.round(percent)} % complete`,
    names.length === 0 ? null : names.join(', '),
    task.deadline === null ? null : `Deadline ${task.deadline.slice(0, 10)}`,
  ]
    .filter((part) => part !== null)
    .join('\n');
}

/** Text of RFC 5545 3.3.11: backslash, semicolon, comma and line breaks are escaped, controls dropped. */
function escaped(text: string): string {
  return text
    .replace(/\\/g, '\\\\')
    .replace(/[;,]/g, (mark) => `\\${mark}`)
    .replace(/\r\n?|\n/g, '\\n')
    .replace(/[\u0000-\u0008\u000a-\u001f\u007f]/g, '');
}

const OCTETS = 75;

/** No line is longer than 75 octets; the rest goes on after a line break and a blank, never within a character. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character);
    if (octets + size > OCTETS) {
      parts.push(part);
      part = ' ';
      octets = 1;
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join('\r\n');
}

function octetsOf(character: string): number {
  const code = character.codePointAt(0)!;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}
