import { maySeeProject } from '@meridian/access';
import type { Claims } from '@meridian/bus';
import type { TimeEntry } from '@meridian/contracts-resourcing';
import type { Tx } from './database.js';

type Reading = Pick<Tx, 'timeEntry' | 'project' | 'plannedTask' | 'booking'>;

/** Lines of a sheet as the reader may see them: the own ones whole, those of others without hidden projects. */
export async function sheetEntries(
  tx: Reading,
  claims: Claims,
  sheetId: string,
  personId: string,
): Promise<TimeEntry[]> {
  const rows = await tx.timeEntry.findMany({
    where: { sheetId },
    include: { reversedBy: { select: { entryId: true } } },
    orderBy: [{ day: 'asc' }, { isApproved: 'desc' }, { place: 'asc' }],
  });
  const projectIds = [...new Set(rows.flatMap(({ projectId }) => projectId ?? []))];
  const projects = await tx.project.findMany({ where: { projectId: { in: projectIds } } });
  const isOwn = (claims.personId ?? claims.subject) === personId;
  const seen = new Map(
    projects.filter((one) => isOwn || maySeeProject(claims, one)).map((one) => [one.projectId, one.name]),
  );
  const taskNames = await namesOfTasks(
    tx,
    rows.flatMap(({ taskId }) => taskId ?? []),
  );
  return rows.map(({ projectId, taskId, background, note, reversesEntryId, ...row }) => {
    const isSeen = projectId !== null && seen.has(projectId);
    return {
      entryId: row.entryId,
      day: row.day,
      minutes: row.minutes,
      isApproved: row.isApproved,
      isReversed: row.reversedBy !== null,
      ...(isSeen && { projectId, projectName: seen.get(projectId) ?? '' }),
      ...(isSeen && taskId !== null && { taskId, taskName: taskNames.get(taskId) ?? '' }),
      ...(background !== null && { background: background as NonNullable<TimeEntry['background']> }),
      ...(note !== null && (isSeen || background !== null) && { note }),
      ...(reversesEntryId !== null && { reversesEntryId }),
    };
  });
}

async function namesOfTasks(tx: Reading, taskIds: readonly string[]): Promise<Map<string, string>> {
  const where = { taskId: { in: [...new Set(taskIds)] } };
  const booked = await tx.booking.findMany({ where, select: { taskId: true, taskName: true } });
  const planned = await tx.plannedTask.findMany({ where, select: { taskId: true, name: true } });
  return new Map([
    ...booked.map(({ taskId, taskName }) => [taskId, taskName] as const),
    ...planned.map(({ taskId, name }) => [taskId, name] as const),
  ]);
}
