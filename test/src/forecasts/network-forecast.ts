import { compileNetwork, schedule } from '@meridian/network';
import type { Activity, Progress } from '@meridian/network';
import type { Moment } from '@meridian/calendar';
import { finishOf } from './tracked-project.js';
import type { ProTrackPeriod, ProTrackProject } from './read-protrack.js';

/** Whether an activity that has not begun may be pulled before its planned start when its predecessors allow it. */
export type UnstartedWork = 'keeps-planned-start' | 'as-logic-allows';

/**
 * The finish of the network as it would be rescheduled at the end of a period: what is done has its actual dates, what goes
 * on its remaining duration, the rest follows from the data date by its links.
 */
export function networkForecast(
  project: ProTrackProject,
  period: ProTrackPeriod,
  unstarted: UnstartedWork,
): Moment {
  const network = compileNetwork({
    projectCalendar: project.calendar,
    activities: project.activities.map(({ id, start, hours }): Activity => ({
      id,
      durationMinutes: hours * 60,
      ...(unstarted === 'keeps-planned-start' ? { constraint: { kind: 'SNET', at: start } } : {}),
    })),
    links: project.links.map(({ from, to, kind, lagHours }) => ({
      from,
      to,
      kind,
      lag: { minutes: lagHours * 60 },
    })),
  });
  return schedule(network, {
    projectStart: Math.min(...project.activities.map(({ start }) => start)),
    statusDate: period.endsAt,
    progress: new Map(
      period.progress.map((progress) => [progress.activityId, progressOf(project, progress)]),
    ),
  }).projectFinish;
}

/** What took no time ended when it began. */
function progressOf(
  project: ProTrackProject,
  { start, hours, remainingHours }: ProTrackPeriod['progress'][number],
): Progress {
  if (remainingHours > 0) return { actualStart: start, remainingMinutes: remainingHours * 60 };
  return { actualStart: start, actualFinish: Math.max(start, finishOf(project, start, hours)) };
}
