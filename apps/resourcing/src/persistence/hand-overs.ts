import type { Announce } from '@meridian/bus';
import { HandOverNeeded } from '@meridian/contracts-resourcing';
import type { HandOver } from '@meridian/contracts-resourcing';
import type { Tx } from './database.js';
import { openApprovals } from './open-approvals.js';

interface LeaverRow extends Omit<HandOver, 'projectId' | 'assignmentId' | 'otherPersonId'> {
  readonly projectId: string | null;
  readonly assignmentId: string | null;
  readonly otherPersonId: string | null;
}

/** What people whose last day is known still have, by last day and person; of one person when it is given. */
export async function handOvers(
  tx: Pick<Tx, '$queryRaw'>,
  today: string,
  personId: string | null = null,
): Promise<HandOver[]> {
  const rows = await tx.$queryRaw<LeaverRow[]>`
    WITH leaver AS (
      SELECT person_id, name, employed_until FROM person
      WHERE employed_until IS NOT NULL AND (${personId}::uuid IS NULL OR person_id = ${personId}::uuid)
    ), item AS (
      SELECT leaver.person_id, 'running-work' AS kind, booking.project_id, booking.assignment_id,
             NULL::uuid AS other_person_id, booking.task_name AS name
      FROM leaver JOIN booking ON booking.person_id = leaver.person_id
        AND booking.finish > leaver.employed_until AND booking.finish >= ${today}
      UNION ALL
      SELECT leaver.person_id, 'project-manager', project_id, NULL, NULL, project.name
      FROM leaver JOIN project ON project.manager_person_id = leaver.person_id
      UNION ALL
      SELECT leaver.person_id, 'project-sponsor', project_id, NULL, NULL, project.name
      FROM leaver JOIN project ON project.sponsor_person_id = leaver.person_id
      UNION ALL
      SELECT leaver.person_id, 'line-manager', NULL, NULL, report.person_id, report.name
      FROM leaver JOIN person AS report ON report.line_manager_id = leaver.person_id
        AND (report.employed_until IS NULL OR report.employed_until >= ${today})
    )
    SELECT leaver.person_id AS "personId", leaver.name AS "personName", leaver.employed_until AS "lastDay", item.kind,
           item.project_id AS "projectId", item.assignment_id AS "assignmentId",
           item.other_person_id AS "otherPersonId", item.name
    FROM leaver JOIN item USING (person_id)
    ORDER BY leaver.employed_until, leaver.name, leaver.person_id, item.kind, item.name`;
  return rows.map(({ projectId, assignmentId, otherPersonId, ...row }) => ({
    ...row,
    ...(projectId !== null && { projectId }),
    ...(assignmentId !== null && { assignmentId }),
    ...(otherPersonId !== null && { otherPersonId }),
  }));
}

/** Tells that somebody who leaves has something to hand over, the day it is known. */
export async function tellHandOver(
  tx: Tx,
  announce: Announce,
  leaver: { readonly personId: string; readonly lastDay: string; readonly releasedAssignments: number },
  today: string,
): Promise<void> {
  const { personId } = leaver;
  const { name } = await tx.person.findUniqueOrThrow({ where: { personId }, select: { name: true } });
  const open = await handOvers(tx, today, personId);
  const approvals = await openApprovals(tx, today, personId);
  if (open.length + approvals.length + leaver.releasedAssignments === 0) return;
  const count = (...kinds: readonly string[]) => open.filter(({ kind }) => kinds.includes(kind)).length;
  await announce(HandOverNeeded, {
    ...leaver,
    personName: name,
    runningAssignments: count('running-work'),
    accountableFor: count('project-manager', 'project-sponsor'),
    peopleManaged: count('line-manager'),
    openApprovals: approvals.length,
  });
}
