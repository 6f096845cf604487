import type { CalendarDefinition } from '@meridian/calendar';
import { Refusal } from '@meridian/refusal';
import { planNetwork, type ComputedSchedule, type PlanNetwork } from '../domain/plan/schedule-plan.js';
import type { PlanSettings, StoredLink, StoredTask, TaskDates } from '../domain/plan/stored-plan.js';
import type { Tx } from './database.js';
import type { Prisma } from './generated/client.js';

export type PlanRow = Prisma.PlanGetPayload<object>;
export type TaskRow = Prisma.TaskGetPayload<object>;

/** A plan as it stands, ready to be scheduled again. */
export interface LoadedPlan {
  readonly row: PlanRow;
  readonly network: PlanNetwork;
  readonly tasks: readonly StoredTask[];
  readonly dates: ReadonlyMap<string, TaskDates>;
}

const KEPT_PLANS = 50;

/**
 * Plans of which this process knows the present state. A state is known by an id that is written with it, so a copy of a
 * state that was rolled back, or that another replica has changed, is never taken for the present one.
 */
const known = new Map<string, LoadedPlan>();

/** The plan of a project, its network compiled. The project's row must be locked. @throws Refusal `projects/no-plan`. */
export async function loadPlan(tx: Tx, projectId: string): Promise<LoadedPlan> {
  const row = await tx.plan.findUnique({ where: { projectId } });
  if (!row) {
    throw new Refusal('projects/no-plan', 'The project has no plan yet; import one first.', {
      kind: 'not-found',
    });
  }
  const copy = known.get(row.stateId);
  if (copy) return { ...copy, row };
  const [rows, links] = await Promise.all([
    tx.task.findMany({ where: { projectId }, orderBy: { position: 'asc' } }),
    tx.link.findMany({ where: { projectId }, orderBy: { position: 'asc' } }),
  ]);
  const tasks = rows as unknown as StoredTask[];
  const network = planNetwork({
    settings: row.settings as unknown as PlanSettings,
    calendars: row.calendars as unknown as Record<string, CalendarDefinition>,
    tasks,
    links: links as unknown as StoredLink[],
  });
  const loaded = { row, network, tasks, dates: new Map(rows.map((task) => [task.taskId, task])) };
  remember(row.stateId, loaded);
  return loaded;
}

/** Keeps a state that was just written; it is used only when it turns out to be committed. */
export function remember(stateId: string, plan: LoadedPlan): void {
  known.set(stateId, plan);
  if (known.size > KEPT_PLANS) known.delete(known.keys().next().value ?? '');
}

/** Writes the dates of the tasks that moved, in one statement. */
export async function saveDates(
  tx: Tx,
  projectId: string,
  moved: readonly (TaskDates & { readonly taskId: string })[],
): Promise<void> {
  if (moved.length === 0) return;
  const column = <K extends keyof (typeof moved)[number]>(name: K) => moved.map((task) => task[name]);
  await tx.$executeRaw`
    UPDATE task SET start = moved.start, finish = moved.finish, late_start = moved.late_start,
      late_finish = moved.late_finish, total_float_minutes = moved.total_float, free_float_minutes = moved.free_float,
      is_critical = moved.is_critical, why = moved.why
    FROM unnest(${column('taskId')}::uuid[], ${column('start')}::text[], ${column('finish')}::text[],
      ${column('lateStart')}::text[], ${column('lateFinish')}::text[], ${column('totalFloatMinutes')}::int[],
      ${column('freeFloatMinutes')}::int[], ${column('isCritical')}::boolean[], ${column('why')}::text[])
      AS moved (task_id, start, finish, late_start, late_finish, total_float, free_float, is_critical, why)
    WHERE task.task_id = moved.task_id AND task.project_id = ${projectId}::uuid`;
}

/** Tasks whose dates, float or reason are other than before. */
export function movedTasks(
  before: ReadonlyMap<string, TaskDates>,
  after: ComputedSchedule['dates'],
): (TaskDates & { readonly taskId: string })[] {
  return [...after].flatMap(([taskId, dates]) => {
    const old = before.get(taskId);
    return old !== undefined && isSame(old, dates) ? [] : [{ taskId, ...dates }];
  });
}

function isSame(a: TaskDates, b: TaskDates): boolean {
  return (Object.keys(b) as (keyof TaskDates)[]).every((key) => a[key] === b[key]);
}

/** The latest baseline finish of the tasks, a date; null when none has a baseline. */
export function baselineFinishOf(
  tasks: readonly Pick<StoredTask, 'baselineFinish' | 'isActive'>[],
): string | null {
  const finishes = tasks.flatMap(({ baselineFinish, isActive }) => (isActive ? (baselineFinish ?? []) : []));
  return (
    finishes
      .reduce<string | null>((most, finish) => (most === null || finish > most ? finish : most), null)
      ?.slice(0, 10) ?? null
  );
}
