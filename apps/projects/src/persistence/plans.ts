import type { CalendarDefinition } from '@meridian/calendar';
import { Refusal } from '@meridian/refusal';
import { planNetwork, type PlanNetwork } from '../domain/plan/schedule-plan.js';
import { withRules } from '../domain/plan/schedule-rules.js';
import type { PlanSettings, StoredLink, StoredTask, TaskDates } from '../domain/plan/stored-plan.js';
import type { Tx } from './database.js';
import type { Prisma } from './generated/client.js';
import { foreignLinks } from './project-links.js';
import { readRules, rulesInForce } from './schedule-rules.js';

export type PlanRow = Prisma.PlanGetPayload<object>;
export type TaskRow = Prisma.TaskGetPayload<object>;

/** The small columns of a plan: what a change of its schedule needs. */
const STATE = {
  projectId: true,
  planVersion: true,
  scheduleVersion: true,
  stateId: true,
  start: true,
  finish: true,
  baselineFinish: true,
  dataDate: true,
  criticalCount: true,
} as const;

export type PlanState = Prisma.PlanGetPayload<{ select: typeof STATE }>;

/** A plan as it stands, ready to be scheduled again. */
export interface LoadedPlan {
  readonly state: PlanState;
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
  const state = await tx.plan.findUnique({ where: { projectId }, select: STATE });
  if (!state) {
    throw new Refusal('projects/no-plan', 'The project has no plan yet; import one first.', {
      kind: 'not-found',
    });
  }
  return known.get(state.stateId) ?? readPlan(tx, state);
}

async function readPlan(tx: Tx, state: PlanState): Promise<LoadedPlan> {
  const { projectId } = state;
  const { settings, calendars } = await tx.plan.findUniqueOrThrow({
    where: { projectId },
    select: { settings: true, calendars: true },
  });
  const rules = readRules(await rulesInForce(tx, projectId));
  const rows = await tx.task.findMany({ where: { projectId }, orderBy: { position: 'asc' } });
  const links = await tx.link.findMany({ where: { projectId }, orderBy: { position: 'asc' } });
  const tasks = rows as unknown as StoredTask[];
  const network = planNetwork({
    settings: withRules(settings as unknown as PlanSettings, rules),
    calendars: calendars as unknown as Record<string, CalendarDefinition>,
    tasks,
    links: links as unknown as StoredLink[],
    foreign: await foreignLinks(tx, projectId),
  });
  const loaded = { state, network, tasks, dates: new Map(rows.map((task) => [task.taskId, task])) };
  remember(loaded);
  return loaded;
}

/** Keeps a state that was just written; it is used only when it turns out to be committed. */
export function remember(plan: LoadedPlan): void {
  known.set(plan.state.stateId, plan);
  if (known.size > KEPT_PLANS) known.delete(known.keys().next().value ?? '');
}

/** Writes the figures of a new state of the schedule. */
export async function saveState(
  tx: Tx,
  projectId: string,
  change: Prisma.PlanUpdateInput,
): Promise<PlanState> {
  return tx.plan.update({ where: { projectId }, data: change, select: STATE });
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
