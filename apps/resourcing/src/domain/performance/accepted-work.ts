/** A task of a plan in force, as far as acceptance goes. */
export interface LinkedTask {
  readonly taskId: string;
  readonly parentTaskId: string | null;
  readonly isSummary: boolean;
  readonly predecessors: readonly { readonly taskId: string; readonly kind: string }[];
}

/**
 * The work that an accepted milestone took in: all that it waits for through the links of its plan, at whatever distance.
 * A link to a summary means all tasks in it.
 *
 * @returns by task the first day on which a milestone with it in was accepted
 */
export function acceptedWork(
  tasks: readonly LinkedTask[],
  accepted: ReadonlyMap<string, string>,
): Map<string, string> {
  const byId = new Map(tasks.map((task) => [task.taskId, task]));
  const within = tasksWithin(tasks);
  const days = new Map<string, string>();
  for (const [milestoneId, day] of [...accepted].sort(([, one], [, other]) => one.localeCompare(other))) {
    const waiting = [milestoneId];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (days.has(next)) continue;
      days.set(next, day);
      const before = byId.get(next)?.predecessors ?? [];
      for (const { taskId } of before) waiting.push(...expanded(taskId, within));
    }
  }
  return days;
}

/** Tasks right below each summary. */
export function tasksWithin(tasks: readonly LinkedTask[]): Map<string, string[]> {
  const within = new Map<string, string[]>();
  for (const { taskId, parentTaskId } of tasks) {
    if (parentTaskId === null) continue;
    const siblings = within.get(parentTaskId);
    if (siblings) siblings.push(taskId);
    else within.set(parentTaskId, [taskId]);
  }
  return within;
}

/** A task, or all that are in it. */
export function expanded(taskId: string, within: ReadonlyMap<string, readonly string[]>): string[] {
  const inside = within.get(taskId);
  return inside ? [taskId, ...inside.flatMap((one) => expanded(one, within))] : [taskId];
}
