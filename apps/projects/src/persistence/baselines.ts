import type { BaselineContent, BaselineTask, NewBaseline } from '../domain/baseline/baseline.js';
import type { StoredLink } from '../domain/plan/stored-plan.js';
import type { Tx } from './database.js';
import type { Prisma } from './generated/client.js';
import { writeRows } from './many-rows.js';

export type BaselineRow = Prisma.BaselineGetPayload<object>;

/** The baselines of a project, the first one first. */
export function baselinesOf(tx: Tx, projectId: string): Promise<BaselineRow[]> {
  return tx.baseline.findMany({ where: { projectId }, orderBy: { number: 'asc' } });
}

/** What a baseline promises, in the order of the outline. */
export async function contentOf(tx: Tx, baselineId: string): Promise<BaselineContent> {
  const tasks = await tx.baselineTask.findMany({ where: { baselineId }, orderBy: { position: 'asc' } });
  const links = await tx.baselineLink.findMany({ where: { baselineId }, orderBy: { position: 'asc' } });
  return { tasks: tasks satisfies BaselineTask[], links: links as unknown as StoredLink[] };
}

/** Writes a baseline, in three statements however many tasks it has. */
export async function writeBaseline(tx: Tx, row: BaselineRow, { tasks, links }: NewBaseline): Promise<void> {
  const { baselineId } = row;
  await tx.baseline.create({ data: row });
  await writeRows(
    tx,
    'baseline_task',
    tasks.map((task, position) => ({ baselineId, position, ...task })),
  );
  await writeRows(
    tx,
    'baseline_link',
    links.map(({ fromTaskId, toTaskId, kind, lagKind, lagMinutes, lagPercent }, position) => ({
      baselineId,
      position,
      fromTaskId,
      toTaskId,
      kind,
      lagKind,
      lagMinutes,
      lagPercent,
    })),
  );
}

/** The tasks of a plan are measured against this baseline from now on. */
export async function measureAgainst(tx: Tx, { projectId, baselineId }: BaselineRow): Promise<void> {
  await tx.$executeRaw`
    UPDATE task SET baseline_start = promised.start, baseline_finish = promised.finish
    FROM baseline_task promised
    WHERE promised.baseline_id = ${baselineId}::uuid AND promised.task_id = task.task_id
      AND task.project_id = ${projectId}::uuid`;
}
