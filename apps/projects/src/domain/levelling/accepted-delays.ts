import type { StoredTask } from '../plan/stored-plan.js';

/** The task starts on this day (`YYYY-MM-DD`) at the earliest. */
export interface AcceptedDelay {
  readonly taskId: string;
  readonly startNotBefore: string;
}

export interface LeftOut extends AcceptedDelay {
  readonly name?: string;
  readonly reason: 'gone' | 'changed' | 'started' | 'held';
  readonly sentence: string;
}

/** What a proposal was made for, and how the plan heeds dates that hold a task. */
export interface Agreement {
  readonly delays: readonly AcceptedDelay[];
  readonly planVersion: number;
  readonly honour: 'constraint' | 'link';
}

export interface Levelled {
  /** All tasks; those that the agreement does not name are held back no more. */
  readonly tasks: readonly StoredTask[];
  readonly followed: number;
  readonly leftOut: readonly LeftOut[];
}

/**
 * The tasks as an agreed levelling has them. A plan may have moved on since the proposal was made: delays of tasks that are gone,
 * are other work than was levelled, have started or are held to dates are left out and told.
 */
export function withAcceptedDelays(tasks: readonly StoredTask[], agreement: Agreement): Levelled {
  const byId = new Map(tasks.map((task) => [task.taskId, task]));
  const leftOut = agreement.delays.flatMap((delay) => leftOutOf(delay, byId.get(delay.taskId), agreement));
  const isLeftOut = new Set(leftOut.map(({ taskId }) => taskId));
  const days = new Map(
    agreement.delays
      .filter(({ taskId }) => !isLeftOut.has(taskId))
      .map(({ taskId, startNotBefore }) => [taskId, startNotBefore]),
  );
  return { tasks: levelledTo(tasks, days), followed: days.size, leftOut };
}

/** The tasks with what levelling holds them back to, and nothing else of it. */
export function levelledTo(
  tasks: readonly StoredTask[],
  days: ReadonlyMap<string, string>,
): readonly StoredTask[] {
  return tasks.map((task) => {
    const day = days.get(task.taskId) ?? null;
    return day === task.levelledTo ? task : { ...task, levelledTo: day };
  });
}

const HOLDING: ReadonlySet<string | null> = new Set(['MSO', 'MFO', 'SNLT', 'FNLT']);

function leftOutOf(delay: AcceptedDelay, task: StoredTask | undefined, agreement: Agreement): LeftOut[] {
  const { taskId, startNotBefore } = delay;
  const told = (reason: LeftOut['reason'], sentence: string): LeftOut[] => [
    { taskId, startNotBefore, reason, sentence, ...(task === undefined ? {} : { name: task.name }) },
  ];
  if (task === undefined) return told('gone', 'The task is not in the plan any more.');
  const name = `"${task.name}"`;
  if (!task.isActive || task.isSummary)
    return told('gone', `${name} is no work of its own in the plan any more.`);
  if (task.changedInPlan > agreement.planVersion)
    return told(
      'changed',
      `${name} was changed by version ${task.changedInPlan} of the plan; the proposal was made for version ${agreement.planVersion}.`,
    );
  if (task.actualStart !== null)
    return told('started', `${name} has started on ${task.actualStart.slice(0, 10)}.`);
  if (task.isManual) return told('held', `${name} is scheduled by hand.`);
  if (agreement.honour === 'constraint' && HOLDING.has(task.constraintKind))
    return told('held', `${name} is held to a date by its constraint.`);
  return [];
}
