import { addWorkingMinutes, dateOf, previousWorkingFinish, workingMinutesByDay } from '@meridian/calendar';
import type { Moment } from '@meridian/calendar';
import { costOver } from './planned-cost.js';
import type { ProTrackActivity, ProTrackProject } from './read-protrack.js';

/** The project as budgeting's forecasts take it: days, and amounts in minor units as text. */
export function trackedProject(project: ProTrackProject) {
  const { agenda, activities, periods } = project;
  const byId = new Map(activities.map((activity) => [activity.id, activity]));
  return {
    weekdays: agenda.weekdays,
    holidays: agenda.holidays,
    tasks: activities.map((activity) => ({
      taskId: activity.id,
      budgetMinor: minorOf(costOver(project, activity, activity.hours)),
      baselineStart: dateOf(activity.start),
      baselineFinish: dateOf(lastMinute(project, activity.start, activity.hours)),
    })),
    reports: periods.map(({ endsAt, progress }) => ({
      statusDate: statusDateOf(project, endsAt),
      tasks: progress.map(({ activityId, hours, costDeviation, share }) => ({
        taskId: activityId,
        percentComplete: (Math.min(1, Math.max(0, share)) * 100).toFixed(6),
        actualMinor: minorOf(
          costOver(project, byId.get(activityId) as ProTrackActivity, hours) + costDeviation,
        ),
      })),
    })),
  };
}

/** When the last of all activities was really over, by the last report. */
export function actualFinish(project: ProTrackProject): Moment {
  const finishes = (project.periods.at(-1)?.progress ?? []).map(({ start, hours }) =>
    finishOf(project, start, hours),
  );
  return Math.max(...finishes);
}

/** All activities were reported as done in the last period. */
export function isOver({ activities, periods }: ProTrackProject): boolean {
  const last = periods.at(-1)?.progress ?? [];
  return last.length === activities.length && last.every(({ remainingHours }) => remainingHours === 0);
}

/** A period that ends before work begins on a day belongs to the working day before. */
export function statusDateOf({ calendar }: ProTrackProject, endsAt: Moment): string {
  return dateOf(previousWorkingFinish(calendar, endsAt) - 1);
}

/** Working days from the first planned day to a date, both included, as earned value counts them. */
export function workingDaysUntil({ activities, calendar }: ProTrackProject, date: string): number {
  const first = dateOf(Math.min(...activities.map(({ start }) => start)));
  return workingMinutesByDay(calendar, first, date).filter(({ minutes }) => minutes > 0).length;
}

export function finishOf({ calendar }: ProTrackProject, start: Moment, hours: number): Moment {
  return addWorkingMinutes(calendar, start, hours * 60);
}

function lastMinute(project: ProTrackProject, start: Moment, hours: number): Moment {
  return hours === 0 ? start : finishOf(project, start, hours) - 1;
}

function minorOf(amount: number): string {
  return BigInt(Math.round(amount * 100)).toString();
}
