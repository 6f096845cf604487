import type { OpenApproval } from '@meridian/contracts-resourcing';
import type { Tx } from './database.js';

type ApprovalRow = {
  readonly [K in keyof OpenApproval]-?: Exclude<OpenApproval[K], undefined> | null;
} & Pick<OpenApproval, 'personId' | 'personName' | 'lastDay' | 'kind' | 'otherPersonId' | 'otherPersonName'>;

/**
 * What waits for line managers whose last day is known: sheets of their people that were handed in, and bookings of theirs to
 * confirm. By last day and name; of one who leaves when it is given.
 */
export async function openApprovals(
  tx: Pick<Tx, '$queryRaw'>,
  today: string,
  personId: string | null = null,
): Promise<OpenApproval[]> {
  const rows = await tx.$queryRaw<ApprovalRow[]>`
    WITH report AS (
      SELECT leaver.person_id AS leaver_id, leaver.name AS leaver_name, leaver.employed_until,
             report.person_id, report.name
      FROM person AS leaver JOIN person AS report ON report.line_manager_id = leaver.person_id
      WHERE leaver.employed_until IS NOT NULL AND (${personId}::uuid IS NULL OR leaver.person_id = ${personId}::uuid)
    )
    SELECT leaver_id AS "personId", leaver_name AS "personName", employed_until AS "lastDay", item.kind,
           report.person_id AS "otherPersonId", report.name AS "otherPersonName", item.week_start AS "weekStart",
           item.project_id AS "projectId", item.assignment_id AS "assignmentId", item.task_name AS "taskName"
    FROM report JOIN LATERAL (
      SELECT 'timesheet' AS kind, week_start, NULL::uuid AS project_id, NULL::uuid AS assignment_id, NULL AS task_name
      FROM timesheet WHERE timesheet.person_id = report.person_id AND state = 'submitted'
      UNION ALL
      SELECT 'booking', NULL, project_id, assignment_id, task_name
      FROM booking WHERE booking.person_id = report.person_id AND NOT is_confirmed AND (is_requested OR is_chosen)
        AND finish >= ${today}
    ) AS item ON true
    ORDER BY employed_until, leaver_name, leaver_id, item.kind, report.name, item.week_start, item.task_name`;
  return rows.map(({ weekStart, projectId, assignmentId, taskName, ...row }) => ({
    ...row,
    ...(weekStart !== null && { weekStart }),
    ...(projectId !== null && { projectId }),
    ...(assignmentId !== null && { assignmentId }),
    ...(taskName !== null && { taskName }),
  }));
}
