import type { Milestone } from '../domain/milestone.js';
import type { ProjectStatus } from '../domain/project-status.js';
import { fieldsOf } from './columns.js';
import type { Tx } from './database.js';
import { withText } from './status-row.js';
import type { StatusRow } from './status-row.js';

/**
 * The rows of these projects, locked until the transaction ends and made where there are none. A row that had to be waited
 * for comes as the transaction before has left it.
 *
 * @param ids lower case, in order
 */
export async function lockProjects(tx: Tx, ids: readonly string[]): Promise<readonly ProjectStatus[]> {
  const locked = await tryLock(tx, ids);
  if (locked.length === ids.length) return locked;
  const known = new Set(locked.map(({ projectId }) => projectId));
  const missing = ids.filter((id) => !known.has(id));
  await tx.$executeRaw`
    INSERT INTO project_status (project_id, updated_at)
    SELECT id, to_timestamp(0) FROM unnest(${missing}::uuid[]) AS id ORDER BY id ON CONFLICT (project_id) DO NOTHING`;
  return [...locked, ...(await tryLock(tx, missing))];
}

/** Their milestones; read after the projects are locked. */
export async function milestonesOfProjects(tx: Tx, ids: readonly string[]): Promise<readonly Milestone[]> {
  const rows = await tx.$queryRaw<object[]>`SELECT * FROM milestone WHERE project_id = ANY (${ids}::uuid[])`;
  return rows.map((row) => fieldsOf<Milestone>(row));
}

async function tryLock(tx: Tx, ids: readonly string[]): Promise<ProjectStatus[]> {
  const rows = await tx.$queryRaw<
    object[]
  >`SELECT * FROM project_status WHERE project_id = ANY (${ids}::uuid[]) ORDER BY project_id FOR UPDATE`;
  return rows.map((row) => withText(fieldsOf<StatusRow>(row)));
}
