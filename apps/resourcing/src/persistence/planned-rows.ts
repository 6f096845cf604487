import { maySeeProject } from '@meridian/access';
import type { Claims } from '@meridian/bus';
import type { TimesheetRow } from '@meridian/contracts-resourcing';
import { loadByWeek } from '../domain/load.js';
import { endOfWeek } from '../domain/weeks.js';
import type { Tx } from './database.js';

/** What the plans have for a person in a week, by project and task; hidden projects only for the person. */
export async function plannedRows(
  tx: Pick<Tx, 'booking' | 'project'>,
  claims: Claims,
  personId: string,
  weekStart: string,
): Promise<TimesheetRow[]> {
  const bookings = await tx.booking.findMany({
    where: { personId, start: { lte: endOfWeek(weekStart) }, finish: { gte: weekStart } },
    orderBy: [{ projectId: 'asc' }, { start: 'asc' }, { taskName: 'asc' }, { bookingId: 'asc' }],
  });
  const projects = await tx.project.findMany({
    where: { projectId: { in: [...new Set(bookings.map(({ projectId }) => projectId))] } },
  });
  const isOwn = (claims.personId ?? claims.subject) === personId;
  const seen = new Map(
    projects.filter((one) => isOwn || maySeeProject(claims, one)).map((one) => [one.projectId, one.name]),
  );
  const rows = new Map<string, TimesheetRow>();
  for (const booking of bookings.filter(({ projectId }) => isOwn || seen.has(projectId))) {
    const { projectId, taskId, taskName } = booking;
    const minutes = loadByWeek([booking]).get(weekStart) ?? 0;
    const plannedMinutes = (rows.get(taskId)?.plannedMinutes ?? 0) + minutes;
    const projectName = seen.get(projectId);
    rows.set(taskId, {
      projectId,
      ...(projectName !== undefined && { projectName }),
      taskId,
      taskName,
      plannedMinutes,
    });
  }
  return [...rows.values()];
}
