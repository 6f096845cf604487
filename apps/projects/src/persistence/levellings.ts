import type { Tx } from './database.js';
import type { Prisma } from './generated/client.js';
import type { StoredTask } from '../domain/plan/stored-plan.js';

export type LevellingRow = Prisma.LevellingGetPayload<object>;

/** The last word on the levelling of a plan; null when there never was one. */
export function lastLevelling(tx: Tx, projectId: string): Promise<LevellingRow | null> {
  return tx.levelling.findFirst({ where: { projectId }, orderBy: { version: 'desc' } });
}

/** Writes down to which days levelling holds the tasks of a plan; of all others it is taken away. */
export async function saveLevelledTo(
  tx: Tx,
  projectId: string,
  tasks: readonly Pick<StoredTask, 'taskId' | 'levelledTo'>[],
): Promise<void> {
  const held = tasks.filter(({ levelledTo }) => levelledTo !== null);
  await tx.$executeRaw`
    UPDATE task SET levelled_to = told.day
    FROM (SELECT task.task_id, held.day FROM task
            LEFT JOIN unnest(${held.map(({ taskId }) => taskId)}::uuid[], ${held.map(({ levelledTo }) => levelledTo)}::text[])
              AS held (task_id, day) USING (task_id)
           WHERE task.project_id = ${projectId}::uuid AND task.levelled_to IS DISTINCT FROM held.day) AS told
    WHERE task.task_id = told.task_id`;
}
