import { figureOf, type Figure } from './figure.js';
import type { ForeignTask, PerformanceFacts, TaskFact } from './performance-facts.js';

/** Four weeks of working days. */
const DAYS_NEEDED = 20;

/**
 * Working days on which a task of the person could have run by what was agreed, and waited for a task of somebody else that
 * came later than agreed. Each day counts once, however many tasks waited.
 */
export function waitingForOthers(facts: PerformanceFacts): Figure {
  const { tasks, workingDays } = facts;
  const waited = new Set<string>();
  const rows: Figure['rows'][number][] = [];
  for (const task of tasks) {
    for (const other of task.waitsFor.filter((one) => isLate(one, facts))) {
      const days = workingDays.filter((day) => isHeldUp(task, other, day));
      if (days.length === 0) continue;
      for (const day of days) waited.add(day);
      rows.push({
        name: task.name,
        projectId: task.projectId,
        taskId: task.taskId,
        ...(days[0] !== undefined && { day: days[0] }),
        counted: days.length,
        of: workingDays.length,
        note: `Could start on ${task.agreedStart}; "${other.name}" was agreed for ${other.agreedFinish} and ${other.finishedOn === null ? 'is not done' : `was done on ${other.finishedOn}`}.`,
      });
    }
  }
  const of = workingDays.length;
  const share = { counted: waited.size, of, known: of, needed: DAYS_NEEDED };
  return figureOf({ kind: 'waiting-for-others', ofWhat: 'working-days', ...share, rows });
}

function isLate({ agreedFinish, finishedOn }: ForeignTask, { today }: PerformanceFacts): boolean {
  return agreedFinish < (finishedOn ?? today);
}

/** From the agreed start up to the day the other task was done, unless work began without it. */
function isHeldUp(task: TaskFact, { agreedFinish, finishedOn }: ForeignTask, day: string): boolean {
  const isHeld = finishedOn === null || day <= finishedOn;
  return (
    day >= task.agreedStart &&
    day > agreedFinish &&
    isHeld &&
    (task.startedOn === null || day < task.startedOn)
  );
}
