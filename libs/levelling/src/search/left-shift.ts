import type { CompiledProblem } from '../compiled-problem.js';
import type { LevelledSchedule } from '../schedule.js';
import { schedulerFor } from './scheduler-for.js';
import { TaskOrder } from './task-order.js';

/** The same plan with every task, in the order of their starts, as early as it can be: none waits without a reason. */
export function leftShift(compiled: CompiledProblem, { start }: LevelledSchedule): LevelledSchedule {
  const orders = new TaskOrder(compiled);
  const order = new Int32Array(orders.topological.length);
  orders.byStart(Int32Array.from(start), order);
  const scheduler = schedulerFor(compiled);
  scheduler.forward(order);
  return { start: [...scheduler.start], finish: [...scheduler.finish] };
}
