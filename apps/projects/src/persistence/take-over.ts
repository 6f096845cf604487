import { planOfFile, type TakenPlan } from '../domain/plan/plan-of-file.js';
import { peopleWords } from '../domain/plan/same-work.js';
import type { StoredTask } from '../domain/plan/stored-plan.js';
import type { PlanFile } from '../domain/plan-file/plan-file.js';
import { tasksWithItems } from './agile/task-items.js';
import { peopleByTask } from './assignments.js';
import type { Tx } from './database.js';
import type { PlanRow } from './plans.js';
import { foreignLinks } from './project-links.js';
import type { ProjectRow } from './projects.js';

/** A file that is to take the place of a plan, or may. */
export interface Incoming {
  readonly file: PlanFile;
  readonly before: Pick<PlanRow, 'planVersion' | 'fileGuid'> | null;
  readonly now: Date;
  readonly newId: () => string;
}

/** The plan in a file as it would stand in the project: what is known of the tasks there goes on. Nothing is written. */
export async function takeOver(
  tx: Tx,
  { projectId, currency }: ProjectRow,
  { file, before, now, newId }: Incoming,
): Promise<TakenPlan> {
  const earlier = await tx.task.findMany({ where: { projectId } });
  const people = await peopleByTask(tx, projectId);
  const withItems = await tasksWithItems(tx, projectId);
  const taken = planOfFile(file, {
    planVersion: (before?.planVersion ?? 0) + 1,
    earlier: earlier.map((task) => ({
      ...(task as unknown as StoredTask),
      followsItems: withItems.has(task.taskId),
      people: peopleWords(people.get(task.taskId) ?? []),
    })),
    hasOwnBaseline: (await tx.baseline.count({ where: { projectId } })) > 0,
    isSameLineage: before?.fileGuid === file.header.guid,
    newId,
    takesMoney: file.header.currency === null || file.header.currency === currency,
    fallbackStart: `${now.toISOString().slice(0, 10)}T08:00:00`,
  });
  return { ...taken, foreign: await foreignLinks(tx, projectId) };
}
