import { compileCalendar, isoFromMoment, momentFromIso, STANDARD_CALENDAR } from '@meridian/calendar';
import type { WorkingCalendar } from '@meridian/calendar';
import { CompiledCalendars } from '../plan/calendar-key.js';
import type { Pause, StoredTask } from '../plan/stored-plan.js';
import type { IdleStretch, TimePhased } from '../plan-file/time-phased.js';
import type { AdoptedPlan } from './plan-file-of-plan.js';

/** A split task in the words of a file. */
export interface WrittenSplit {
  readonly timePhased: readonly TimePhased[];
  /** Where recorded progress ends and where the rest begins; null before work begins and after it ended. */
  readonly stop: string | null;
  readonly resume: string | null;
  /** Minutes of pauses still to come: part of what remains here, not in files. */
  readonly minutesAhead: number;
}

const REMAINING_WORK = 1;
const ACTUAL_WORK = 2;

/** The tasks of a plan of whose pauses something is known, on their dates of today. */
export function splitsOf(
  plan: Pick<AdoptedPlan, 'tasks' | 'dates' | 'calendars' | 'settings'>,
): ReadonlyMap<string, WrittenSplit> {
  const calendars = new CompiledCalendars(plan.calendars);
  return new Map(
    plan.tasks.flatMap((task) => {
      const dates = plan.dates.get(task.taskId);
      if (task.pauses.length === 0 || dates === undefined) return [];
      const key = task.calendarKey ?? plan.settings.calendarKey ?? '';
      const calendar = calendars.at(key) ?? compileCalendar(STANDARD_CALENDAR);
      return [[task.taskId, splitOf(task, dates, calendar)]];
    }),
  );
}

function splitOf(
  task: StoredTask,
  { start, finish }: { readonly start: string; readonly finish: string },
  calendar: WorkingCalendar,
): WrittenSplit {
  const origin = calendar.workBefore(momentFromIso(start));
  const ends = (after: number) => isoFromMoment(calendar.finishAt(origin + after));
  const begins = (after: number) => isoFromMoment(calendar.startAt(origin + after));
  const idle = (pauses: readonly Pause[]): IdleStretch[] =>
    pauses.map(({ afterMinutes, minutes }) => ({
      from: afterMinutes === 0 ? start : ends(afterMinutes),
      to: begins(afterMinutes + minutes),
    }));
  const phase = (type: number, from: string, to: string, pauses: readonly Pause[]): TimePhased => ({
    type,
    entries: pauses.length * 2 + 1,
    from,
    to,
    totalMinutes: task.workMinutes,
    idle: idle(pauses),
  });
  if (task.actualStart === null || task.actualFinish !== null) {
    const type = task.actualStart === null ? REMAINING_WORK : ACTUAL_WORK;
    const timePhased = [phase(type, start, finish, task.pauses)];
    return { timePhased, stop: null, resume: null, minutesAhead: 0 };
  }
  const done = Math.max(0, task.durationMinutes + task.idleMinutes - (task.remainingMinutes ?? 0));
  const before = task.pauses.flatMap((pause) => upTo(pause, done));
  const after = task.pauses.flatMap((pause) => from(pause, done));
  const [gap] = after[0]?.afterMinutes === done ? after : [];
  const stop = done === 0 ? start : ends(done);
  const resume = begins(done + (gap?.minutes ?? 0));
  const later = gap === undefined ? after : after.slice(1);
  return {
    timePhased: [
      ...(before.length === 0 ? [] : [phase(ACTUAL_WORK, start, stop, before)]),
      ...(later.length === 0 ? [] : [phase(REMAINING_WORK, resume, finish, later)]),
    ],
    stop,
    resume,
    minutesAhead: after.reduce((sum, { minutes }) => sum + minutes, 0),
  };
}

function upTo({ afterMinutes, minutes }: Pause, done: number): Pause[] {
  const within = Math.min(minutes, done - afterMinutes);
  return within > 0 ? [{ afterMinutes, minutes: within }] : [];
}

function from({ afterMinutes, minutes }: Pause, done: number): Pause[] {
  const left = Math.min(minutes, afterMinutes + minutes - done);
  return left > 0 ? [{ afterMinutes: Math.max(afterMinutes, done), minutes: left }] : [];
}
