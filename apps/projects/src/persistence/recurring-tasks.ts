import { createHash } from 'node:crypto';
import type { CalendarDefinition } from '@meridian/calendar';
import type { Call } from '@meridian/bus';
import { Refusal } from '@meridian/refusal';
import type { RecurrencePattern, RecurringTask } from '../domain/recurring/recurring-task.js';
import type { PlanSettings, StoredLink, StoredPlan, StoredTask } from '../domain/plan/stored-plan.js';
import type { IncomingAssignment } from './adopt-plan.js';
import { adoptVersion, type PlanFigures } from './adopt-version.js';
import type { Tx } from './database.js';
import type { Prisma } from './generated/client.js';
import { loadPlan, type PlanRow } from './plans.js';
import { foreignLinks } from './project-links.js';
import type { ProjectRow } from './projects.js';

export type RecurringRow = Prisma.RecurringTaskGetPayload<object>;

/** A plan with its settings as they are before people's rules. */
export interface WrittenPlan {
  readonly row: PlanRow;
  readonly plan: StoredPlan;
}

/** The plan of a project for changing what is in it. The project must be locked. @throws Refusal `projects/no-plan` */
export async function writtenPlan(tx: Tx, projectId: string): Promise<WrittenPlan> {
  const { tasks, network } = await loadPlan(tx, projectId);
  const row = await tx.plan.findUniqueOrThrow({ where: { projectId } });
  return {
    row,
    plan: {
      settings: row.settings as unknown as PlanSettings,
      calendars: row.calendars as unknown as Record<string, CalendarDefinition>,
      tasks,
      links: network.plan.links,
      foreign: await foreignLinks(tx, projectId),
    },
  };
}

export interface NewLines extends WrittenPlan {
  readonly lines: readonly StoredTask[];
  readonly source: string;
  /** Those of the plan as they are when absent. */
  readonly assignments?: readonly IncomingAssignment[];
}

/** Other lines in the place of those of a plan: a new version of it. Links and assignments of lines that left go with them. */
export async function adoptLines(
  call: Call<Tx>,
  project: ProjectRow,
  { row, plan, lines, source, assignments: given }: NewLines,
): Promise<PlanFigures> {
  const there = new Set(lines.map(({ taskId }) => taskId));
  const assignments = (given ?? (await assignmentsIn(call.tx, project.projectId))).filter(({ taskId }) =>
    there.has(taskId),
  );
  const isThere = ({ fromTaskId, toTaskId }: StoredLink): boolean =>
    there.has(fromTaskId) && there.has(toTaskId);
  const { figures } = await adoptVersion(call, {
    project,
    before: row,
    plan: { ...plan, tasks: lines, links: plan.links.filter(isThere) },
    statusDate: row.dataDate,
    resourceCount: new Set(assignments.map(({ resourceName }) => resourceName)).size,
    origin: {
      name: row.name,
      source: source.slice(0, 300),
      // The file that was adopted last is not this plan any more: importing it again is a change.
      contentHash: createHash('sha256').update(`${row.contentHash} ${call.newId()}`).digest('hex'),
      fileGuid: row.fileGuid,
      assignments,
    },
    reportOf: () => row.report as object,
  });
  return figures;
}

/** Who and what works in the plan of a project. */
export async function assignmentsIn(
  tx: Pick<Tx, 'assignment'>,
  projectId: string,
): Promise<IncomingAssignment[]> {
  const rows = await tx.assignment.findMany({ where: { projectId }, orderBy: { assignmentId: 'asc' } });
  return rows.map(({ assignmentId: _, projectId: __, ...one }) => ({
    ...one,
    unitsPercent: Number(one.unitsPercent),
  }));
}

/** Keeps by which pattern a task repeats, and who said so. */
export async function savePattern(
  { tx, claims, now }: Call<Tx>,
  { taskId, ...task }: RecurringTask & { readonly projectId: string; readonly version: number },
): Promise<void> {
  const { projectId, version, startsAt, durationMinutes, onFreeDay, calendarKey } = task;
  const row = {
    projectId,
    version,
    pattern: { ...task.pattern } as Prisma.InputJsonObject,
    startsAt,
    durationMinutes,
    onFreeDay,
    calendarKey,
    recordedBy: claims.personId ?? claims.subject,
    recordedByName: claims.name,
    recordedAt: now,
  };
  await tx.recurringTask.upsert({ where: { taskId }, create: { taskId, ...row }, update: row });
}

/** The patterns of a project by the id of the summary. */
export async function patternsOf(
  tx: Pick<Tx, 'recurringTask'>,
  projectId: string,
): Promise<ReadonlyMap<string, RecurringRow>> {
  const rows = await tx.recurringTask.findMany({ where: { projectId } });
  return new Map(rows.map((row) => [row.taskId, row]));
}

export function patternIn({ pattern }: RecurringRow): RecurrencePattern {
  return pattern as unknown as RecurrencePattern;
}

export function requirePatternVersion(version: number, expected: number | undefined): void {
  if (expected === undefined || expected === version) return;
  throw new Refusal(
    'projects/version-conflict',
    `The recurring task was changed since you read it (it is at version ${version} now); read it again and decide anew.`,
    { kind: 'stale-version', details: { version } },
  );
}
