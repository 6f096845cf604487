import type { Call } from '@meridian/bus';
import { DependencyRecorded } from '@meridian/contracts-projects';
import { forecast, type Act, type Dependency, type Side } from '../domain/dependency/dependency.js';
import type { StoredTask, TaskDates } from '../domain/plan/stored-plan.js';
import type { Tx } from './database.js';
import type { Prisma } from './generated/client.js';

export type DependencyRow = Prisma.DependencyGetPayload<object>;

type Telling = Pick<Call<Tx>, 'tx' | 'announce' | 'now'>;

/** What happened to a promise; without a side a forecast did it. */
export interface Step {
  readonly act: Act;
  readonly side: Side | null;
  readonly aboutDay: string | null;
  readonly note: string | null;
  readonly byName: string | null;
}

/** The promise with its row locked; null when there is none. */
export async function lockDependency(tx: Tx, dependencyId: string): Promise<DependencyRow | null> {
  await tx.$executeRaw`SELECT 1 FROM dependency WHERE dependency_id = ${dependencyId}::uuid FOR UPDATE`;
  return tx.dependency.findUnique({ where: { dependencyId } });
}

export function dependencyOf(row: DependencyRow): Dependency {
  return row as Dependency;
}

/** Writes a promise in its next version with the step that led to it, and announces it. */
export async function recordDependency(
  { tx, announce, now }: Telling,
  row: DependencyRow,
  step: Step | null,
): Promise<void> {
  const { dependencyId, ...facts } = row;
  await tx.dependency.upsert({ where: { dependencyId }, create: row, update: facts });
  if (step !== null)
    await tx.dependencyStep.create({ data: { dependencyId, version: row.version, ...step, at: now } });
  await announce(DependencyRecorded, dependencyFact(row));
}

/** Brings the promises of a project up to its plan, after dates moved or tasks left it. */
export async function followForecasts(
  call: Telling,
  projectId: string,
  plan: { readonly tasks: readonly StoredTask[]; readonly dates: ReadonlyMap<string, TaskDates> },
): Promise<void> {
  const { tx } = call;
  const where = { giverProjectId: projectId, state: { in: ['offered', 'accepted'] } };
  if ((await tx.dependency.count({ where })) === 0) return;
  await tx.$executeRaw`
    SELECT 1 FROM dependency WHERE giver_project_id = ${projectId}::uuid ORDER BY dependency_id FOR UPDATE`;
  const rows = await tx.dependency.findMany({ where, orderBy: { dependencyId: 'asc' } });
  const active = new Set(plan.tasks.flatMap(({ taskId, isActive }) => (isActive ? [taskId] : [])));
  for (const row of rows) {
    const dates = active.has(row.taskId) ? plan.dates.get(row.taskId) : undefined;
    const forecastOn = dates?.finish.slice(0, 10) ?? null;
    if (forecastOn === row.forecastOn) continue;
    const { dependency, act } = forecast(dependencyOf(row), forecastOn);
    const step = act && { act, side: null, aboutDay: forecastOn, note: null, byName: null };
    await recordDependency(call, { ...row, ...dependency, version: row.version + 1 }, step);
  }
}

function dependencyFact({ turn: _, promisedOn, offeredOn, forecastOn, ...row }: DependencyRow) {
  return {
    ...row,
    state: row.state as Dependency['state'],
    ...(promisedOn === null ? {} : { promisedOn }),
    ...(offeredOn === null ? {} : { offeredOn }),
    ...(forecastOn === null ? {} : { forecastOn }),
  };
}
