import { costBaseline } from '../domain/plan/cost-baseline.js';
import type { CostBaseline } from '../domain/plan/cost-baseline.js';
import { earningOfTasks } from '../domain/plan/task-earning.js';
import type { WorkCalendar } from '../domain/plan/working-days.js';
import type { PlannedPart } from '../domain/plan/planned-part.js';
import type { BudgetRow } from './budgets.js';
import type { Tx } from './database.js';
import { rulesInForce } from './earning-rules.js';

/** Takes over one part of an adopted plan. A task that the plan gives no baseline keeps the one it has. */
export async function storeTasks(tx: Tx, part: PlannedPart): Promise<void> {
  const rows = JSON.stringify(part.tasks, (_, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  );
  await tx.$executeRaw`
    INSERT INTO task (project_id, task_id, plan_version, wbs, baseline_start, baseline_finish, start, finish,
                      plan_cost_minor, work_minutes, duration_minutes, percent_complete)
    SELECT ${part.projectId}::uuid, "taskId", ${part.planVersion}, wbs, "baselineStart", "baselineFinish", start, finish,
           "planCostMinor", "workMinutes", "durationMinutes", "percentComplete"
      FROM jsonb_to_recordset(${rows}::jsonb) AS t ("taskId" uuid, wbs text, "baselineStart" text, "baselineFinish" text,
           start text, finish text, "planCostMinor" bigint, "workMinutes" bigint, "durationMinutes" bigint,
           "percentComplete" int, "hasBaseline" boolean)
    ON CONFLICT (project_id, task_id) DO UPDATE SET
      plan_version = EXCLUDED.plan_version, wbs = EXCLUDED.wbs, start = EXCLUDED.start, finish = EXCLUDED.finish,
      plan_cost_minor = EXCLUDED.plan_cost_minor, work_minutes = EXCLUDED.work_minutes,
      duration_minutes = EXCLUDED.duration_minutes, percent_complete = EXCLUDED.percent_complete`;
  const baselined = JSON.stringify(part.tasks.filter(({ hasBaseline }) => hasBaseline).map(datesOf));
  await tx.$executeRaw`
    UPDATE task SET baseline_start = t.start, baseline_finish = t.finish
      FROM jsonb_to_recordset(${baselined}::jsonb) AS t ("taskId" uuid, start text, finish text)
     WHERE task.project_id = ${part.projectId}::uuid AND task.task_id = t."taskId"`;
}

/** Tasks that the adopted plan does not have any more go. */
export async function dropOlderTasks(tx: Tx, projectId: string, planVersion: number): Promise<void> {
  await tx.task.deleteMany({ where: { projectId, planVersion: { lt: planVersion } } });
}

/** The tasks of the plan that can carry money. */
export async function leavesOf(tx: Tx, projectId: string): Promise<ReadonlySet<string>> {
  const tasks = await tx.task.findMany({ where: { projectId }, select: { taskId: true } });
  return new Set(tasks.map(({ taskId }) => taskId));
}

/**
 * Lays the approved budget over the plan again: after an approval, after a plan was adopted, and when a part of it earns otherwise.
 */
export async function rebaseline(tx: Tx, budget: BudgetRow, calendar: WorkCalendar): Promise<CostBaseline> {
  const { projectId, version } = budget;
  const rules = await rulesInForce(tx, projectId);
  const [lines, tasks] = [
    await tx.budgetLine.findMany({ where: { projectId, version }, orderBy: { position: 'asc' } }),
    await tx.task.findMany({ where: { projectId }, orderBy: [{ wbs: 'asc' }, { taskId: 'asc' }] }),
  ];
  const earning = earningOfTasks(tasks, rules);
  const earned = tasks.map((task) => ({ ...task, earning: earning.get(task.taskId) }));
  const baseline = costBaseline(lines, earned, calendar);
  await saveTaskBudgets(tx, projectId, baseline);
  await tx.plannedDay.deleteMany({ where: { projectId } });
  await tx.plannedMonth.deleteMany({ where: { projectId } });
  const days = baseline.days.map((day) => ({ projectId, ...day }));
  if (days.length > 0) await tx.plannedDay.createMany({ data: days });
  const months = baseline.months.map(({ period, plannedMinor, cumulativeMinor }) => ({
    projectId,
    month: period,
    plannedMinor,
    cumulativeMinor,
  }));
  if (months.length > 0) await tx.plannedMonth.createMany({ data: months });
  return baseline;
}

async function saveTaskBudgets(tx: Tx, projectId: string, { tasks }: CostBaseline): Promise<void> {
  const rows = tasks.map(({ taskId, budgetMinor, followerMinor, evMinor, earningMethod }) => ({
    id: taskId,
    budget: budgetMinor.toString(),
    follower: followerMinor.toString(),
    ev: evMinor.toString(),
    method: earningMethod,
  }));
  await tx.$executeRaw`
    UPDATE task SET budget_minor = t.budget, follower_minor = t.follower, ev_minor = t.ev, earning_method = t.method
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS t (id uuid, budget bigint, follower bigint, ev bigint,
           method text)
     WHERE task.project_id = ${projectId}::uuid AND task.task_id = t.id
       AND (task.budget_minor, task.follower_minor, task.ev_minor, task.earning_method)
           IS DISTINCT FROM (t.budget, t.follower, t.ev, t.method)`;
}

function datesOf({ taskId, baselineStart, baselineFinish }: PlannedPart['tasks'][number]) {
  return { taskId, start: baselineStart, finish: baselineFinish };
}
