import type { EarningMethod } from '../domain/plan/task-earning.js';
import type { BudgetRow } from './budgets.js';
import type { Tx } from './database.js';
import type { PlannedValueAt } from './planned-value.js';

/** What a task is worth, with those that earn with it, and what it has earned. */
export interface TaskEarned {
  readonly projectId: string;
  readonly taskId: string;
  readonly budgetMinor: bigint;
  readonly evMinor: bigint;
  readonly earningMethod: EarningMethod;
}

/** Sums over the months of a project, as they were told so far. */
export interface EarnedSoFar {
  readonly evMinor: bigint;
  readonly acMinor: bigint;
}

/** Rows of several projects by `keyOf`, and sums by project. */
export interface MoneyWorkRows {
  readonly tasks: Map<string, TaskEarned>;
  readonly planned: Map<string, PlannedValueAt>;
  readonly earned: Map<string, EarnedSoFar>;
  /** Whether anything is planned for a project on any day. */
  readonly isPlanned: (projectId: string) => boolean;
}

/** What an event says of the rows it needs. */
export interface ComingFact {
  readonly projectId: string;
  readonly taskId?: string;
  readonly asOf?: string;
  /** Of a project's record. */
  readonly code?: string;
}

/** Two ids, or an id and a day, as one key. */
export function keyOf(projectId: string, part: string): string {
  return `${projectId} ${part}`.toLowerCase();
}

/** Everything the events need beside their budgets, which are locked, in one question. */
export async function moneyWorkRows(
  tx: Tx,
  budgets: readonly BudgetRow[],
  coming: readonly ComingFact[],
): Promise<MoneyWorkRows> {
  const tasks = coming.filter(({ taskId }) => taskId !== undefined);
  const days = [
    ...budgets.flatMap(({ projectId, statusDate }) => (statusDate ? [{ projectId, day: statusDate }] : [])),
    ...coming.flatMap(({ projectId, asOf }) => (asOf ? [{ projectId, day: asOf }] : [])),
  ];
  const [found] = await tx.$queryRaw<[Found]>`
    WITH wanted_task AS (
      SELECT DISTINCT "projectId", "taskId"
        FROM json_to_recordset(${JSON.stringify(tasks)}::json) AS t ("projectId" uuid, "taskId" uuid)
    ), wanted_day AS (
      SELECT DISTINCT "projectId", day
        FROM json_to_recordset(${JSON.stringify(days)}::json) AS d ("projectId" uuid, day text)
    ), wanted_project AS (
      SELECT id::uuid AS id FROM json_array_elements_text(${idsOf(budgets)}::json) AS id
    )
    SELECT (SELECT json_agg(json_build_array(t.project_id, t.task_id, (t.budget_minor + t.follower_minor)::text, t.ev_minor::text,
                                               t.earning_method))
              FROM wanted_task w JOIN task t ON t.project_id = w."projectId" AND t.task_id = w."taskId") AS tasks,
           (SELECT json_agg(json_build_array(w."projectId", w.day, p.cumulative_minor::text, p.effort_minor::text))
              FROM wanted_day w
              LEFT JOIN LATERAL (SELECT cumulative_minor, effort_minor FROM planned_day
                                  WHERE project_id = w."projectId" AND day <= w.day ORDER BY day DESC LIMIT 1) p
                ON true) AS days,
           (SELECT json_agg(json_build_array(m.project_id, m.month, m.cumulative_minor::text) ORDER BY m.month)
              FROM wanted_project w JOIN planned_month m ON m.project_id = w.id) AS months,
           (SELECT json_agg(json_build_array(w.id, e.ev, e.ac))
              FROM wanted_project w
             CROSS JOIN LATERAL (SELECT coalesce(sum(ev_minor), 0)::text AS ev, coalesce(sum(ac_minor), 0)::text AS ac
                                   FROM earned_month WHERE project_id = w.id) e) AS earned`;
  const withPlan = new Set((found.months ?? []).map(([projectId]) => projectId));
  return {
    tasks: tasksOf(found),
    planned: plannedOf(found),
    earned: earnedOf(found),
    isPlanned: (projectId) => withPlan.has(projectId.toLowerCase()),
  };
}

/** Lists of columns; amounts as text. */
interface Found {
  readonly tasks:
    readonly [projectId: string, taskId: string, budget: string, earned: string, method: string][] | null;
  readonly days:
    readonly [projectId: string, day: string, planned: string | null, effort: string | null][] | null;
  readonly months: readonly [projectId: string, month: string, cumulative: string][] | null;
  readonly earned: readonly [projectId: string, earned: string, actual: string][] | null;
}

function idsOf(budgets: readonly BudgetRow[]): string {
  return JSON.stringify(budgets.map(({ projectId }) => projectId));
}

function tasksOf({ tasks }: Found): Map<string, TaskEarned> {
  return new Map(
    (tasks ?? []).map(([projectId, taskId, budget, earned, method]) => [
      keyOf(projectId, taskId),
      {
        projectId,
        taskId,
        budgetMinor: BigInt(budget),
        evMinor: BigInt(earned),
        earningMethod: method as EarningMethod,
      },
    ]),
  );
}

function plannedOf({ days, months }: Found): Map<string, PlannedValueAt> {
  const byProject = new Map<string, { month: string; cumulativeMinor: bigint }[]>();
  for (const [projectId, month, cumulative] of months ?? []) {
    const known = byProject.get(projectId) ?? [];
    if (known.length === 0) byProject.set(projectId, known);
    known.push({ month, cumulativeMinor: BigInt(cumulative) });
  }
  return new Map(
    (days ?? []).map(([projectId, day, planned, effort]) => [
      keyOf(projectId, day),
      {
        pvMinor: BigInt(planned ?? 0),
        effortMinor: BigInt(effort ?? 0),
        months: byProject.get(projectId) ?? [],
      },
    ]),
  );
}

function earnedOf({ earned }: Found): Map<string, EarnedSoFar> {
  return new Map(
    (earned ?? []).map(([projectId, ev, ac]) => [projectId, { evMinor: BigInt(ev), acMinor: BigInt(ac) }]),
  );
}
