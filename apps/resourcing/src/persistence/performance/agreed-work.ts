import type { MilestoneRecorded, TasksPlanned } from '@meridian/contracts-projects';
import type { Tx } from '../database.js';

/** What a plan agrees of its tasks. A baseline takes the place of what was there; a plan without one changes nothing of it. */
export async function agreeTasks(tx: Tx, { projectId, tasks }: TasksPlanned): Promise<void> {
  const agreed = tasks.filter(({ isSummary }) => !isSummary);
  await tx.$executeRaw`
    INSERT INTO task_agreement AS known (project_id, task_id, name, start, finish, is_baseline)
    SELECT ${projectId}::uuid, task.*
    FROM unnest(${agreed.map(({ taskId }) => taskId)}::uuid[], ${agreed.map(({ name }) => name)}::text[],
                ${agreed.map((task) => task.baselineStart ?? task.start)}::text[],
                ${agreed.map((task) => task.baselineFinish ?? task.finish)}::text[],
                ${agreed.map((task) => task.baselineFinish !== undefined)}::boolean[]) AS task
    ON CONFLICT (task_id) DO UPDATE SET
      name = excluded.name,
      start = CASE WHEN excluded.is_baseline THEN excluded.start ELSE known.start END,
      finish = CASE WHEN excluded.is_baseline THEN excluded.finish ELSE known.finish END,
      is_baseline = known.is_baseline OR excluded.is_baseline`;
}

/** A milestone was accepted, or is not any more. */
export async function keepAcceptance(tx: Tx, event: MilestoneRecorded): Promise<void> {
  const { milestoneId, projectId, acceptedOn } = event;
  if (acceptedOn === undefined) {
    await tx.acceptedMilestone.deleteMany({ where: { milestoneId } });
    return;
  }
  const known = { projectId, acceptedOn };
  await tx.acceptedMilestone.upsert({
    where: { milestoneId },
    create: { milestoneId, ...known },
    update: known,
  });
}
