import type { Announce } from '@meridian/bus';
import { ProjectStaffingChanged } from '@meridian/contracts-resourcing';
import type { Tx } from './database.js';

interface Staffing {
  readonly people: number;
  readonly bookedMinutes: number;
  readonly unfilledAssignments: number;
  readonly overloadedPeople: number;
}

/** Counts the staffing of projects again and announces those whose figures changed. */
export async function refreshStaffing(
  tx: Tx,
  announce: Announce,
  projectIds: readonly string[],
): Promise<void> {
  const ids = [...new Set(projectIds)].sort();
  if (ids.length === 0) return;
  const counted = await tx.$queryRaw<(Staffing & { projectId: string })[]>`
    SELECT wanted.project_id AS "projectId",
           count(DISTINCT booking.person_id)::int AS people,
           coalesce(sum(booking.work_minutes) FILTER (WHERE booking.person_id IS NOT NULL), 0)::int AS "bookedMinutes",
           count(*) FILTER (WHERE booking.booking_id IS NOT NULL AND booking.person_id IS NULL)::int AS "unfilledAssignments",
           count(DISTINCT person.person_id) FILTER (WHERE EXISTS (
             SELECT 1 FROM jsonb_array_elements(person.overloads) AS week
             WHERE booking.finish >= week->>'weekStart' AND booking.start < ((week->>'weekStart')::date + 7)::text
           ))::int AS "overloadedPeople"
    FROM unnest(${ids}::uuid[]) AS wanted (project_id)
    LEFT JOIN booking ON booking.project_id = wanted.project_id
    LEFT JOIN person ON person.person_id = booking.person_id
    GROUP BY wanted.project_id ORDER BY wanted.project_id`;
  for (const { projectId, ...staffing } of counted) await tellWhenNew(tx, announce, projectId, staffing);
}

async function tellWhenNew(tx: Tx, announce: Announce, projectId: string, staffing: Staffing): Promise<void> {
  const [told] = await tx.$queryRaw<{ staffing: unknown }[]>`
    SELECT staffing FROM project WHERE project_id = ${projectId}::uuid FOR UPDATE`;
  if (!told || isSame(told.staffing, staffing)) return;
  await tx.project.update({ where: { projectId }, data: { staffing: { ...staffing } } });
  await announce(ProjectStaffingChanged, { projectId, ...staffing });
}

function isSame(told: unknown, staffing: Staffing): boolean {
  const before = (told ?? {}) as Partial<Staffing>;
  return (Object.keys(staffing) as (keyof Staffing)[]).every((key) => before[key] === staffing[key]);
}
