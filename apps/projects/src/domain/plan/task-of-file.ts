import type { ConstraintKind } from '@meridian/network';
import { MOST_MINUTES } from '../plan-file/mspdi-values.js';
import type { ConstraintType, PlanTask } from '../plan-file/plan-task.js';
import type { Interruption } from './interruptions.js';
import type { StoredTask } from './stored-plan.js';

const CONSTRAINTS: Readonly<Record<ConstraintType, ConstraintKind>> = {
  'as-soon-as-possible': 'ASAP',
  'as-late-as-possible': 'ALAP',
  'must-start-on': 'MSO',
  'must-finish-on': 'MFO',
  'start-no-earlier-than': 'SNET',
  'start-no-later-than': 'SNLT',
  'finish-no-earlier-than': 'FNET',
  'finish-no-later-than': 'FNLT',
  'start-on': 'START_ON',
  'finish-on': 'FINISH_ON',
};

type OwnFacts = Omit<
  StoredTask,
  'taskId' | 'version' | 'position' | 'parentTaskId' | 'calendarKey' | 'levelledTo' | 'changedInPlan'
>;

/** What follows from more than the line itself. */
export interface FoundTimes {
  readonly interruption: Interruption;
  /** Minutes of a duration that the line leaves to its dates. */
  readonly durationMinutes: number | null;
}

/** What a line of a file says about itself, as we keep it. `takesMoney`: the file's money is in the project's currency. */
export function taskOfFile(
  task: PlanTask,
  takesMoney: boolean,
  { interruption, durationMinutes }: FoundTimes,
): OwnFacts {
  const baseline = task.baselines.find(({ number }) => number === 0);
  const percent = Math.min(100, Math.max(0, Math.round(task.actual.percentComplete ?? 0)));
  const cost = baseline?.costMinor ?? task.cost.totalMinor;
  const begun = task.actual.start ?? (percent > 0 ? task.start : null);
  const hasStarted = !task.isSummary && begun !== null;
  return {
    uid: task.uid,
    guid: task.guid,
    wbs: (task.code ?? task.wbs ?? task.outlineNumber ?? String(task.uid)).slice(0, 120),
    name: task.name.slice(0, 500),
    isSummary: task.isSummary,
    isMilestone: task.isMilestone && !task.isSummary,
    isActive: task.isActive,
    isManual: task.isManual,
    isRecurring: task.isRecurring,
    durationMinutes: Math.max(0, Math.round(task.durationMinutes ?? durationMinutes ?? 0)),
    idleMinutes: interruption.minutes,
    pauses: interruption.pauses,
    isElapsed: task.durationStyle.elapsed,
    constraintKind: CONSTRAINTS[task.constraint.type],
    constraintAt: task.constraint.date,
    deadline: task.deadline,
    fileStart: task.start,
    fileFinish: task.finish,
    baselineStart: baseline?.start ?? null,
    baselineFinish: baseline?.finish ?? null,
    budgetMinor: takesMoney && !task.isSummary ? cost : null,
    workMinutes: Math.max(0, Math.min(MOST_MINUTES, Math.round(task.work.totalMinutes ?? 0))),
    percentComplete: hasStarted || task.isSummary ? percent : 0,
    actualStart: hasStarted ? begun : null,
    actualFinish: hasStarted && percent === 100 ? (task.actual.finish ?? task.finish) : null,
    remainingMinutes: hasStarted && percent < 100 ? remainingOf(task, interruption) : null,
  };
}

function remainingOf({ actual }: PlanTask, { minutesAhead }: Interruption): number | null {
  const minutes = actual.remainingDurationMinutes;
  return minutes === null ? null : Math.max(0, Math.round(minutes)) + minutesAhead;
}
