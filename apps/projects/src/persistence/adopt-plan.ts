import type { AssignmentOfFile } from '../domain/plan/assignment-of-file.js';
import type { ComputedSchedule } from '../domain/plan/schedule-plan.js';
import type { StoredPlan, StoredTask, TaskDates } from '../domain/plan/stored-plan.js';
import type { Tx } from './database.js';
import type { Prisma } from './generated/client.js';
import { writeRows } from './many-rows.js';
import { baselineFinishOf } from './plans.js';

/** Where a plan comes from and what works on it. */
export interface PlanOrigin {
  readonly name: string;
  /** File name or screen it comes from. */
  readonly source: string;
  readonly contentHash: string;
  readonly fileGuid: string | null;
  readonly assignments: readonly IncomingAssignment[];
}

/** Who or what works on a task; `uid` tells the assignments of a task apart. */
export type IncomingAssignment = Omit<AssignmentOfFile, 'taskUid'> & { readonly taskId: string };

export interface Adoption {
  readonly projectId: string;
  readonly planVersion: number;
  readonly scheduleVersion: number;
  readonly stateId: string;
  readonly dataDate: string | null;
  readonly origin: PlanOrigin;
  readonly plan: StoredPlan;
  readonly tasks: readonly StoredTask[];
  readonly computed: ComputedSchedule;
  readonly report: object;
  readonly newId: () => string;
}

export interface AdoptedAssignment {
  readonly assignmentId: string;
  readonly taskId: string;
  readonly resourceName: string;
  readonly resourceKey: string | null;
  readonly resourceKind: string;
  readonly unitsPercent: number;
  readonly workMinutes: number;
}

/** Writes a plan in the place of the one before: a handful of statements, however many tasks it has. */
export async function adoptPlan(tx: Tx, adoption: Adoption): Promise<AdoptedAssignment[]> {
  const { projectId, plan, tasks, computed } = adoption;
  const earlier = await tx.assignment.findMany({
    where: { projectId },
    select: { assignmentId: true, uid: true, taskId: true },
  });
  await tx.task.deleteMany({ where: { projectId } });
  await tx.link.deleteMany({ where: { projectId } });
  await tx.assignment.deleteMany({ where: { projectId } });
  const data = planColumns(adoption);
  await tx.plan.upsert({ where: { projectId }, create: { projectId, ...data }, update: data });
  await writeRows(
    tx,
    'task',
    tasks.map((task) => ({ projectId, ...task, ...datesOf(computed, task) })),
  );
  await writeRows(
    tx,
    'link',
    plan.links.map((link, position) => ({ ...link, projectId, position })),
  );
  const assignments = assignmentsOf(
    adoption,
    new Map(earlier.map((row) => [`${row.taskId} ${row.uid}`, row.assignmentId])),
  );
  await writeRows(
    tx,
    'assignment',
    assignments.map((row) => ({ projectId, ...row })),
  );
  return assignments;
}

function planColumns(adoption: Adoption) {
  const { origin, plan, tasks, computed } = adoption;
  return {
    planVersion: adoption.planVersion,
    scheduleVersion: adoption.scheduleVersion,
    stateId: adoption.stateId,
    name: origin.name,
    source: origin.source,
    contentHash: origin.contentHash,
    fileGuid: origin.fileGuid,
    settings: { ...plan.settings } as Prisma.InputJsonObject,
    calendars: plan.calendars as unknown as Prisma.InputJsonObject,
    report: adoption.report as Prisma.InputJsonObject,
    clashes: [...computed.clashes],
    start: computed.start.slice(0, 10),
    finish: computed.finish.slice(0, 10),
    baselineFinish: baselineFinishOf(tasks),
    dataDate: adoption.dataDate,
    criticalCount: computed.criticalCount,
  };
}

/** They keep their ids while the task does. */
function assignmentsOf({ origin, newId }: Adoption, earlier: ReadonlyMap<string, string>) {
  return origin.assignments.map((assignment) => ({
    assignmentId: earlier.get(`${assignment.taskId} ${assignment.uid}`) ?? newId(),
    ...assignment,
  }));
}

function datesOf(computed: ComputedSchedule, task: StoredTask): TaskDates {
  const dates = computed.dates.get(task.taskId);
  if (!dates) throw new Error(`"${task.name}" has no computed dates.`);
  return dates;
}
