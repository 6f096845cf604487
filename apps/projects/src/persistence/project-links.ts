import type { ForeignLink } from '../domain/links/foreign-link.js';
import type { Tx } from './database.js';
import type { Prisma } from './generated/client.js';

export type ProjectLinkRow = Prisma.ProjectLinkGetPayload<object>;

/** What the tasks of a project wait for in others, with the dates there. */
export async function foreignLinks(tx: Tx, projectId: string): Promise<ForeignLink[]> {
  const rows = await tx.$queryRaw<ForeignLink[]>`
    SELECT link.link_id AS "linkId", link.from_project_id AS "fromProjectId", link.from_task_id AS "fromTaskId",
           link.to_task_id AS "toTaskId", link.kind AS "kind", link.lag_minutes AS "lagMinutes",
           CASE WHEN link.kind IN ('FS', 'FF') THEN task.finish ELSE task.start END AS "at"
      FROM project_link link
      LEFT JOIN task ON task.task_id = link.from_task_id AND task.project_id = link.from_project_id AND task.is_active
     WHERE link.to_project_id = ${projectId}::uuid AND link.removed_at IS NULL
     ORDER BY link.link_id`;
  return rows;
}
