import { openPeople, type OpenPeople } from '../domain/open-people.js';
import type { Tx } from './database.js';

type Bookings = Parameters<typeof openPeople>[0];
type Sheets = Parameters<typeof openPeople>[1];

/** Who is still bound by a project. */
export async function openItems(
  tx: Tx,
  { projectId, startedOn }: { readonly projectId: string; readonly startedOn: string },
): Promise<readonly OpenPeople[]> {
  const bookings = await tx.$queryRaw<Bookings[number][]>`
    SELECT booking_id AS "bookingId", task_name AS "taskName", resource_name AS "resourceName", finish,
           booking.person_id AS "personId", proposed_person_id AS "proposedPersonId",
           is_requested AS "isRequested", is_confirmed AS "isConfirmed", person.name AS "personName"
      FROM booking LEFT JOIN person ON person.person_id = coalesce(booking.person_id, proposed_person_id)
     WHERE project_id = ${projectId}::uuid AND finish > ${startedOn}
     ORDER BY finish DESC, booking_id`;
  const sheets = await tx.$queryRaw<Sheets[number][]>`
    SELECT DISTINCT sheet_id AS "sheetId", person.name AS "personName", week_start AS "weekStart", state
      FROM time_entry JOIN timesheet USING (sheet_id) JOIN person ON person.person_id = timesheet.person_id
     WHERE project_id = ${projectId}::uuid AND NOT is_approved
     ORDER BY week_start, person.name, sheet_id`;
  return openPeople(bookings, sheets, startedOn);
}
