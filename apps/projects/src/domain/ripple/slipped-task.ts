import {
  dateFromDay,
  dayOf,
  isoFromMoment,
  MINUTES_PER_DAY,
  momentFromIso,
  workingMinutesOn,
} from '@meridian/calendar';
import type { Moment, WorkingCalendar } from '@meridian/calendar';
import { Refusal } from '@meridian/refusal';
import { calendarOfTask } from '../plan/calendar-of-task.js';
import type { StoredPlan, StoredTask } from '../plan/stored-plan.js';

/** A task and by how many days it finishes later: working days of its own calendar, days on the clock when it is elapsed. */
export interface Slip {
  readonly task: StoredTask;
  readonly start: string;
  readonly finish: string;
  readonly days: number;
}

/** Constraints that hold the start, so that a longer duration shows at the finish. */
const HOLD_THE_START = new Set(['MSO', 'SNLT']);

/**
 * The task as it would be had it slipped, whatever holds its finish now: longer work, more that remains, a later milestone.
 *
 * @throws Refusal `projects/cannot-slip` for a summary and for what is finished
 */
export function slippedTask(plan: StoredPlan, slip: Slip): StoredTask {
  const { task, start, finish } = slip;
  requireAhead(task);
  const calendar = calendarOfTask(task, plan);
  const from = momentFromIso(finish);
  const to = laterBy(slip.days, from, task.isElapsed ? null : calendar);
  const minutes = task.isElapsed ? to - from : calendar.workBefore(to) - calendar.workBefore(from);
  if (task.actualStart !== null) {
    const whole = task.durationMinutes + task.idleMinutes;
    const remaining = task.remainingMinutes ?? Math.round((whole * (100 - task.percentComplete)) / 100);
    // The whole grows with the rest, so that what is done stays what it is.
    return {
      ...task,
      durationMinutes: task.durationMinutes + minutes,
      remainingMinutes: remaining + minutes,
    };
  }
  const target = isoFromMoment(to);
  if (task.isManual && task.fileStart !== null && task.fileFinish !== null)
    return { ...task, fileStart: task.isMilestone ? target : task.fileStart, fileFinish: target };
  if (task.durationMinutes === 0) return { ...task, constraintKind: 'FNET', constraintAt: target };
  const longer = { ...task, durationMinutes: task.durationMinutes + minutes };
  if (HOLD_THE_START.has(task.constraintKind ?? '')) return longer;
  return { ...longer, constraintKind: 'SNET', constraintAt: start };
}

function requireAhead(task: StoredTask): void {
  if (!task.isSummary && task.actualFinish === null) return;
  const state = task.isSummary ? 'a summary; ask for one of the tasks in it' : 'finished';
  throw new Refusal('projects/cannot-slip', `"${task.name}" is ${state}; only work still to come can slip.`);
}

/** The same time of day so many working days later. */
function laterBy(days: number, from: Moment, calendar: WorkingCalendar | null): Moment {
  if (calendar === null) return from + days * MINUTES_PER_DAY;
  let day = dayOf(from);
  for (let left = days; left > 0;) {
    day += 1;
    if (workingMinutesOn(calendar, dateFromDay(day)) > 0) left -= 1;
  }
  const sameTime = day * MINUTES_PER_DAY + (from - dayOf(from) * MINUTES_PER_DAY);
  return calendar.finishAt(calendar.workBefore(sameTime));
}
