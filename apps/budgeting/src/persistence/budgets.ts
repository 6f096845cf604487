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

/** The same for several projects, in order of their ids so that two transactions never wait for each other in a circle. */
export async function lockBudgets(tx: Tx, projectIds: readonly string[]): Promise<Map<string, BudgetRow>> {
  const ids = [...new Set(projectIds.map((id) => id.toLowerCase()))].sort();
  const locked = await tryLockAll(tx, ids);
  const missing = ids.filter((id) => !locked.has(id));
  if (missing.length === 0) return locked;
  await tx.$executeRaw`
    INSERT INTO budget (project_id) SELECT id FROM unnest(${missing}::uuid[]) AS id ORDER BY id ON CONFLICT DO NOTHING`;
  return new Map([...locked, ...(await tryLockAll(tx, missing))]);
}

/** What the posted labour of a project cost beyond what its figures say of it; below zero where they say more. */
export function untoldLabour({ labourMinor, labourShownMinor }: BudgetRow): bigint {
  return labourMinor - labourShownMinor;
}

/** Actual cost as the books have it; that of the figures has the labour that may be shown. */
export function spentExactly(budget: BudgetRow): bigint {
  return budget.acMinor + untoldLabour(budget);
}

export function budgetOf(row: Budget): BudgetRow {
  return { ...row, tolerancePercent: row.tolerancePercent.toFixed() };
}

/** A row that had to be waited for comes as the transaction before has left it. */
async function tryLockAll(tx: Tx, ids: readonly string[]): Promise<Map<string, BudgetRow>> {
  const rows = await tx.$queryRaw<
    object[]
  >`SELECT * FROM budget WHERE project_id = ANY (${ids}::uuid[]) ORDER BY project_id FOR UPDATE`;
  return new Map(rows.map((row) => [(row as { project_id: string }).project_id, budgetOf(fieldsOf(row))]));
}

/** A row under the names of its fields. */
function fieldsOf(row: object): Budget {
  const fields = Object.entries(row).map(([column, value]) => [
    column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
    value as unknown,
  ]);
  return Object.fromEntries(fields) as Budget;
}

async function tryLock(tx: Tx, projectId: string): Promise<BudgetRow | null> {
  const found = await tx.$queryRaw<
    unknown[]
  >`SELECT 1 FROM budget WHERE project_id = ${projectId}::uuid FOR UPDATE`;
  // Read after the lock, in a statement of its own: it sees what the transaction before has committed.
  return found.length === 0 ? null : budgetOf(await tx.budget.findUniqueOrThrow({ where: { projectId } }));
}
