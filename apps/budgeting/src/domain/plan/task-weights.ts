import type { WeightedTask } from '../cost/cost-lines.js';

/** What a plan says of how large a task is. */
export interface SizedTask {
  readonly taskId: string;
  readonly planCostMinor: bigint | null;
  readonly workMinutes: bigint;
  readonly durationMinutes: bigint;
}

/**
 * By what a sum for the whole project is shared out: the cost in the plan where it has any, else its work, else its
 * durations. One measure for the whole plan: money, hours and days cannot be weighed against each other.
 */
export function taskWeights(tasks: readonly SizedTask[]): readonly WeightedTask[] {
  const measures = [
    (task: SizedTask): bigint => task.planCostMinor ?? 0n,
    (task: SizedTask): bigint => task.workMinutes,
    (task: SizedTask): bigint => task.durationMinutes,
  ];
  const measure = measures.find((of) => tasks.some((task) => of(task) > 0n)) ?? (() => 0n);
  return tasks.map((task) => ({ taskId: task.taskId, weight: atLeastZero(measure(task)) }));
}

function atLeastZero(weight: bigint): bigint {
  return weight > 0n ? weight : 0n;
}
