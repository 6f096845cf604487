import type { InputTask } from './levelling-input.js';
import type { WorkingDays } from './working-days.js';

/** Where a task stands in the plan, in working days from today: `to` is exclusive, both the same for a milestone. */
export interface TaskPlace {
  readonly from: number;
  readonly to: number;
  /** Running work, or work that should: the levelling does not move it. */
  readonly isFixed: boolean;
}

/**
 * Work that is reported or was to begin before today goes on from today; what of it should be done already still takes
 * a day. Everything else may move.
 */
export function placeOf(task: InputTask, days: WorkingDays): TaskPlace {
  const from = days.numberFrom(task.start);
  const to = days.numberAfter(task.finish);
  const isFixed = task.percentComplete > 0 || from < 0;
  const first = isFixed ? 0 : from;
  if (task.isMilestone) return { from: first, to: first, isFixed };
  return { from: first, to: Math.max(to, first + 1), isFixed };
}
