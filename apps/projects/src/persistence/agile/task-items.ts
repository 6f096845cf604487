import type { Call } from '@meridian/bus';
import { Refusal } from '@meridian/refusal';
import { claimOfItems, type ItemOfTask } from '../../domain/agile/task-progress.js';
import type { StoredTask } from '../../domain/plan/stored-plan.js';
import type { Tx } from '../database.js';
import { loadPlan } from '../plans.js';
import { phasesOf, type ProjectRow } from '../projects.js';
import { progressTask } from '../task-progress.js';

const LIVE = { state: { not: 'dropped' } };

/** Tasks of which items of the backlog say how far they are. */
export async function tasksWithItems(tx: Tx, projectId: string): Promise<ReadonlySet<string>> {
  const rows = await tx.backlogItem.findMany({
    where: { projectId, taskId: { not: null }, ...LIVE },
    distinct: ['taskId'],
    select: { taskId: true },
  });
  return new Set(rows.flatMap(({ taskId }) => taskId ?? []));
}

/** @throws Refusal `projects/task-follows-items`: what items say of a task is not said by hand as well */
export async function requireByHand(tx: Tx, { taskId, name }: StoredTask): Promise<void> {
  const items = await tx.backlogItem.count({ where: { taskId, ...LIVE } });
  if (items === 0) return;
  throw new Refusal(
    'projects/task-follows-items',
    `"${name}" follows its ${items} items of the backlog; move those on instead of reporting on the task.`,
    { details: { items } },
  );
}

/**
 * Brings tasks to what their items say, the way every progress goes. What the plan does not have, or does not work on, is
 * left alone; a task whose last item is gone keeps what it has and takes progress by hand again.
 *
 * @param on the day on which the items changed
 */
export async function followItems(
  call: Call<Tx>,
  project: ProjectRow,
  { taskIds, on }: { readonly taskIds: Iterable<string>; readonly on: string },
): Promise<void> {
  const { tx } = call;
  for (const taskId of new Set(taskIds)) {
    const plan = await loadPlan(tx, project.projectId);
    const task = plan.tasks.find((one) => one.taskId === taskId);
    if (!task?.isActive || task.isSummary) continue;
    const items = await tx.backlogItem.findMany({ where: { taskId } });
    const claim = claimOfItems(task, items as unknown as ItemOfTask[], on);
    if (claim) await progressTask(call, { plan, phases: phasesOf(project), task, claim });
  }
}
