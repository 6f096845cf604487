import type { BudgetRow } from './budgets.js';
import type { Tx } from './database.js';

/**
 * The control account or work package that a task lies in, the innermost one; the project itself when there is none. Its
 * fiscal periods are those that cost of the task obeys.
 */
export async function budgetOfTask(
  tx: Tx,
  { projectId, hasParts }: Pick<BudgetRow, 'projectId' | 'hasParts'>,
  taskId: string | undefined,
): Promise<string> {
  if (!hasParts || taskId === undefined) return projectId;
  const [innermost] = await tx.$queryRaw<{ nodeId: string }[]>`
    SELECT n.node_id AS "nodeId"
      FROM budget_node n JOIN task t ON t.project_id = n.project_id
       AND (t.wbs = n.wbs OR starts_with(t.wbs, n.wbs || '.'))
     WHERE n.project_id = ${projectId}::uuid AND n.kind <> 'project' AND t.task_id = ${taskId}::uuid
     ORDER BY length(n.wbs) DESC, n.kind = 'work-package' DESC, n.node_id LIMIT 1`;
  return innermost?.nodeId ?? projectId;
}
