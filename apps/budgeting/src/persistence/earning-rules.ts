import type { EarnedValueMethodList, EarnedValueMethodSet } from '@meridian/contracts-budgeting';
import type { Tx } from './database.js';

/** Gives each task the method of the innermost part that it lies in; percent complete where none is set. */
export async function applyEarningRules(tx: Tx, projectId: string): Promise<void> {
  await tx.$executeRaw`
    WITH rule AS (
      SELECT DISTINCT ON (wbs) wbs, method FROM earning_rule WHERE project_id = ${projectId}::uuid
       ORDER BY wbs, version DESC
    ), earning AS (
      SELECT t.task_id, coalesce((SELECT r.method FROM rule r
                                   WHERE t.wbs = r.wbs OR starts_with(t.wbs, r.wbs || '.')
                                   ORDER BY length(r.wbs) DESC LIMIT 1), 'percent-complete') AS method
        FROM task t WHERE t.project_id = ${projectId}::uuid
    )
    UPDATE task SET earning_method = earning.method FROM earning
     WHERE task.project_id = ${projectId}::uuid AND task.task_id = earning.task_id
       AND task.earning_method <> earning.method`;
}

export async function earningRules(
  tx: Pick<Tx, 'earningRule'>,
  projectId: string,
): Promise<EarnedValueMethodList> {
  const rows = await tx.earningRule.findMany({
    where: { projectId },
    orderBy: [{ wbs: 'asc' }, { version: 'desc' }],
  });
  return {
    projectId,
    methods: rows.map(({ wbs, version, method, reason, setBy, setAt }) => ({
      wbs,
      version,
      method: method as EarnedValueMethodSet['method'],
      reason,
      setBy,
      setAt: setAt.toISOString(),
    })),
  };
}
