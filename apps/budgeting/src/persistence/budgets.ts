import type { Tx } from './database.js';
import type { Budget } from './generated/client.js';

/** A budget with its tolerance as decimal text. */
export interface BudgetRow extends Omit<Budget, 'tolerancePercent'> {
  readonly tolerancePercent: string;
}

/**
 * The budget of a project, its row locked until the transaction ends: whoever changes the project's money waits here, so
 * that what is read afterwards is what is decided on. Made on first need, because a gate may be decided before the
 * project is known here.
 */
export async function lockBudget(tx: Tx, projectId: string): Promise<BudgetRow> {
  const locked = await tryLock(tx, projectId);
  if (locked) return locked;
  await tx.$executeRaw`INSERT INTO budget (project_id) VALUES (${projectId}::uuid) ON CONFLICT DO NOTHING`;
  const made = await tryLock(tx, projectId);
  if (made) return made;
  throw new Error(`The budget row of project ${projectId} could not be locked.`);
}

export function budgetOf(row: Budget): BudgetRow {
  return { ...row, tolerancePercent: row.tolerancePercent.toFixed() };
}

async function tryLock(tx: Tx, projectId: string): Promise<BudgetRow | null> {
  const found = await tx.$queryRaw<
    unknown[]
  >`SELECT 1 FROM budget WHERE project_id = ${projectId}::uuid FOR UPDATE`;
  // Read after the lock, in a statement of its own: it sees what the transaction before has committed.
  return found.length === 0 ? null : budgetOf(await tx.budget.findUniqueOrThrow({ where: { projectId } }));
}
