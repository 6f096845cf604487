import { settleLinked, type LinkedPlan, type SettledPlan } from '../domain/links/settle-linked.js';
import { schedulePlan } from '../domain/plan/schedule-plan.js';
import type { Tx } from './database.js';
import { loadPlan, type LoadedPlan } from './plans.js';

/** What becomes of all plans when one of them changes. */
export interface Settlement {
  /** The changed one: it may wait for plans that wait for it. */
  readonly own: SettledPlan;
  /** The others as they stand. */
  readonly loaded: ReadonlyMap<string, LoadedPlan>;
  readonly settled: ReadonlyMap<string, SettledPlan>;
}

/** The projects that wait for this one, and those that wait for these; with itself when they wait for each other. */
export async function projectsBelow(tx: Tx, projectId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ projectId: string }[]>`
    WITH RECURSIVE below (project_id) AS (
      SELECT to_project_id FROM project_link WHERE from_project_id = ${projectId}::uuid AND removed_at IS NULL
      UNION
      SELECT link.to_project_id FROM project_link link JOIN below ON link.from_project_id = below.project_id
       WHERE link.removed_at IS NULL)
    SELECT project_id AS "projectId" FROM below ORDER BY project_id`;
  return rows.map((row) => row.projectId);
}

/** Locks projects in one order. Those that a command is known to reach are locked already; this holds links made meanwhile. */
export async function lockProjects(tx: Tx, projectIds: readonly string[]): Promise<void> {
  if (projectIds.length === 0) return;
  await tx.$executeRaw`
    SELECT 1 FROM project WHERE project_id = ANY(${[...projectIds]}::uuid[]) ORDER BY project_id FOR UPDATE`;
}

/** The plans of these projects as they stand; projects without a plan wait for nothing. */
async function plansOf(tx: Tx, projectIds: readonly string[]): Promise<Map<string, LoadedPlan>> {
  const plans = new Map<string, LoadedPlan>();
  if (projectIds.length === 0) return plans;
  const planned = await tx.plan.findMany({
    where: { projectId: { in: [...projectIds] } },
    select: { projectId: true },
    orderBy: { projectId: 'asc' },
  });
  for (const { projectId } of planned) plans.set(projectId, await loadPlan(tx, projectId));
  return plans;
}

/** The plans that follow when this one changes, with the changed one in its new state when it is among them. */
export async function plansBelow(
  tx: Tx,
  changed: { readonly projectId: string } & LinkedPlan,
): Promise<{ loaded: ReadonlyMap<string, LoadedPlan>; linked: ReadonlyMap<string, LinkedPlan> }> {
  const { projectId } = changed;
  const ids = await projectsBelow(tx, projectId);
  const others = ids.filter((id) => id !== projectId);
  const loaded = await plansOf(tx, others);
  const own: [string, LinkedPlan][] = others.length < ids.length ? [[projectId, changed]] : [];
  return { loaded, linked: new Map<string, LinkedPlan>([...loaded, ...own]) };
}

/** A plan in the place of another, computed, with the plans of other projects that have to follow. */
export async function settledWith(
  tx: Tx,
  { projectId, network, tasks }: { readonly projectId: string } & Omit<LinkedPlan, 'dates'>,
): Promise<Settlement> {
  const computed = schedulePlan(network, tasks);
  const { dates } = computed;
  const { loaded, linked } = await plansBelow(tx, { projectId, network, tasks, dates });
  const settled = settleLinked({ projectId, tasks, dates }, linked);
  return { own: settled.get(projectId) ?? { network, computed }, loaded, settled };
}
