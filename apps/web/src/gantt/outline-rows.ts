import type { ScheduledTask } from '@meridian/contracts-projects';

/** A task at its place in the outline. */
export interface OutlineRow {
  readonly task: ScheduledTask;
  /** 0 at the top. */
  readonly depth: number;
  readonly hasChildren: boolean;
}

/**
 * The rows one sees: tasks in the order of the plan, without those below a folded summary. A task whose parent is not
 * loaded yet stands at the top.
 */
export function outlineRows(tasks: readonly ScheduledTask[], folded: ReadonlySet<string>): OutlineRow[] {
  const parents = new Set(tasks.map((task) => task.parentTaskId));
  const seen = new Map<string, { depth: number; isHidden: boolean }>();
  const rows: OutlineRow[] = [];
  for (const task of tasks) {
    const parent = task.parentTaskId ? seen.get(task.parentTaskId) : undefined;
    const depth = parent ? parent.depth + 1 : 0;
    const isHidden = parent ? parent.isHidden || folded.has(task.parentTaskId ?? '') : false;
    seen.set(task.taskId, { depth, isHidden });
    if (!isHidden) rows.push({ task, depth, hasChildren: parents.has(task.taskId) });
  }
  return rows;
}
