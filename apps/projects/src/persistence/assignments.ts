import type { Tx } from './database.js';

/** Who and what works on a task, as the adopted plan says it. */
export interface AssignedTo {
  readonly resourceName: string;
  readonly unitsPercent: number;
  readonly workMinutes: number;
}

/** The assignments of a plan by the id of their task. */
export async function peopleByTask(tx: Tx, projectId: string): Promise<ReadonlyMap<string, AssignedTo[]>> {
  const rows = await tx.assignment.findMany({
    where: { projectId },
    select: { taskId: true, resourceName: true, unitsPercent: true, workMinutes: true },
  });
  const byTask = new Map<string, AssignedTo[]>();
  for (const { taskId, unitsPercent, ...row } of rows) {
    const known = byTask.get(taskId) ?? [];
    byTask.set(taskId, [...known, { ...row, unitsPercent: Number(unitsPercent) }]);
  }
  return byTask;
}
