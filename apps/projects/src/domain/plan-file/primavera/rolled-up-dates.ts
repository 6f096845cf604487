import type { PlanTask } from '../plan-task.js';

/** WBS elements have no dates of their own: they go from the first start below them to the last finish. */
export function rolledUp(tasks: readonly PlanTask[]): PlanTask[] {
  const dates = new Map<number, { start: string | null; finish: string | null }>();
  const root = tasks.find(({ isProjectSummary }) => isProjectSummary)?.uid ?? null;
  for (const task of [...tasks].reverse()) {
    const own = task.isSummary ? dates.get(task.uid) : task;
    const parent = task.isProjectSummary ? null : (task.parentUid ?? root);
    if (own === undefined || parent === null) continue;
    const known = dates.get(parent) ?? { start: null, finish: null };
    dates.set(parent, {
      start: least(known.start, own.start),
      finish: most(known.finish, own.finish),
    });
  }
  return tasks.map((task) => (task.isSummary ? { ...task, ...dates.get(task.uid) } : task));
}

function least(a: string | null, b: string | null): string | null {
  return a === null || (b !== null && b < a) ? b : a;
}

function most(a: string | null, b: string | null): string | null {
  return a === null || (b !== null && b > a) ? b : a;
}
