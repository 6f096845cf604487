import { planOfFile } from '../plan/plan-of-file.js';
import { planNetwork, schedulePlan } from '../plan/schedule-plan.js';
import type { StoredTask } from '../plan/stored-plan.js';
import type { PlanFile } from '../plan-file/plan-file.js';
import type { PlanReading } from '../plan-file/plan-reading.js';
import { DifferenceCauses } from './difference-causes.js';
import type { DifferenceCause } from './difference-causes.js';

/** A start or finish that the file stores and our network does not give back. Moments are wall-clock text. */
export interface DateDifference {
  readonly uid: number;
  readonly name: string;
  readonly end: 'start' | 'finish';
  readonly stored: string;
  readonly computed: string;
  readonly cause: DifferenceCause;
  /** The cause in words, with the tasks and dates it is about. */
  readonly sentence: string;
}

export interface PlanFidelity {
  readonly tasks: number;
  readonly links: number;
  readonly resources: number;
  readonly assignments: number;
  /** Starts and finishes of active tasks that the file stores; summaries follow from them. */
  readonly datesCompared: number;
  readonly datesEqual: number;
  readonly differences: readonly DateDifference[];
}

/**
 * Schedules a plan anew with the settings of its file and compares the dates with those that the writing program had
 * computed, to the minute.
 *
 * @throws Refusal `network/...`, `calendar/...` when the plan cannot be scheduled at all.
 */
export function fidelityOf({ plan: file, report }: PlanReading): PlanFidelity {
  const taken = planOfFile(file, {
    planVersion: 1,
    earlier: [],
    isSameLineage: false,
    hasOwnBaseline: false,
    newId: counter(),
    takesMoney: true,
    fallbackStart: file.header.createdAt ?? '2000-01-03T08:00:00',
  });
  const { dates } = schedulePlan(planNetwork(taken), taken.tasks);
  const compared = taken.tasks
    .filter(({ isSummary, isActive }) => !isSummary && isActive)
    .flatMap(storedDates);
  const wrong = compared.flatMap(({ task, end, stored }) => {
    const computed = dates.get(task.taskId)![end];
    return minuteOf(stored) === minuteOf(computed) ? [] : [{ task, end, stored, computed }];
  });
  const causes = new DifferenceCauses(file, report, new Set(wrong.map(({ task }) => task.uid)));
  return {
    ...countsOf(file),
    datesCompared: compared.length,
    datesEqual: compared.length - wrong.length,
    differences: wrong.map(({ task, end, stored, computed }) => ({
      uid: task.uid,
      name: task.name,
      end,
      stored,
      computed,
      ...causes.of(task.uid, end),
    })),
  };
}

function countsOf({ tasks, links, resources, assignments }: PlanFile) {
  return {
    tasks: tasks.length,
    links: links.length,
    resources: resources.length,
    assignments: assignments.length,
  };
}

function storedDates(task: StoredTask) {
  return (
    [
      ['start', task.fileStart],
      ['finish', task.fileFinish],
    ] as const
  ).flatMap(([end, stored]) => (stored === null ? [] : [{ task, end, stored }]));
}

function minuteOf(moment: string): string {
  return moment.slice(0, 16);
}

function counter(): () => string {
  let count = 0;
  return () => `task-${(count += 1)}`;
}
