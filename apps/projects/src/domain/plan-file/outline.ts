import type { PlanTask } from './plan-task.js';

/**
 * Settles the tree of tasks: each task's parent is the nearest line above it with a lower outline level, and a task is a
 * summary exactly when it has parts. `note` hears about each task whose summary flag said otherwise.
 */
export function settleOutline(
  tasks: readonly PlanTask[],
  note: (uid: number, sentence: string) => void,
): PlanTask[] {
  const open: PlanTask[] = [];
  const parents = new Map<number, number | null>();
  const summaries = new Set<number>();
  for (const task of tasks) {
    while (open.length > 0 && open.at(-1)!.outlineLevel >= task.outlineLevel) open.pop();
    const above = open.at(-1);
    if (above !== undefined) summaries.add(above.uid);
    parents.set(task.uid, above === undefined || above.isProjectSummary ? null : above.uid);
    open.push(task);
  }
  return tasks.map((task) => {
    const isSummary = task.isProjectSummary || summaries.has(task.uid);
    if (isSummary !== task.isSummary && !task.isProjectSummary) {
      const sentence = isSummary
        ? 'Tasks stand below it in the outline; it was read as a summary.'
        : 'It is marked as a summary but has no parts; it was read as a task.';
      note(task.uid, sentence);
    }
    return { ...task, isSummary, parentUid: parents.get(task.uid) ?? null };
  });
}

/**
 * Answers whether one task is below another in the outline, at once: in file order a summary's parts follow it in one
 * run. Everything is part of the project's own line.
 */
export function partOf(tasks: readonly PlanTask[]): (uid: number, summaryUid: number) => boolean {
  const position = new Map(tasks.map((task, index) => [task.uid, index]));
  const lastPart = tasks.map((_, index) => index);
  for (let index = tasks.length - 1; index >= 0; index--) {
    const parent = tasks[index]!.parentUid;
    if (parent === null) continue;
    const at = position.get(parent)!;
    lastPart[at] = Math.max(lastPart[at]!, lastPart[index]!);
  }
  return (uid, summaryUid) => {
    const [part, summary] = [position.get(uid), position.get(summaryUid)];
    if (part === undefined || summary === undefined || part === summary) return false;
    return tasks[summary]!.isProjectSummary || (part > summary && part <= lastPart[summary]!);
  };
}
