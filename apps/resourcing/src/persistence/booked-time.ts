import type { Announce } from '@meridian/bus';
import { TimeBooked } from '@meridian/contracts-resourcing';
import { employmentOf, type EmploymentFact } from '../domain/employment.js';
import type { TimeEntry } from '../domain/timesheet/timesheet.js';
import type { Tx } from './database.js';

/** Tells lines that were approved, those for projects: background work costs no project anything. */
export async function tellBooked(
  tx: Tx,
  announce: Announce,
  personId: string,
  booked: readonly TimeEntry[],
): Promise<void> {
  const facts = (await tx.employmentFact.findMany({
    where: { personId },
    orderBy: { factId: 'asc' },
  })) as unknown as EmploymentFact[];
  const originals = await tx.timeEntry.findMany({
    where: { entryId: { in: booked.flatMap(({ reversesEntryId }) => reversesEntryId ?? []) } },
    select: { entryId: true, day: true },
  });
  const lent = await tx.partnerPerson.findUnique({ where: { personId } });
  for (const { projectId, ...entry } of booked) {
    if (projectId === null) continue;
    const reversed = originals.find(({ entryId }) => entryId === entry.reversesEntryId);
    const workedOn = reversed?.day ?? entry.day;
    await announce(TimeBooked, {
      entryId: entry.entryId,
      projectId,
      ...(entry.taskId === null ? {} : { taskId: entry.taskId }),
      personId,
      ...employedAs(facts, workedOn),
      ...(lent && lent.accessFrom <= workedOn && { partnerId: lent.partnerId }),
      day: entry.day,
      minutes: entry.minutes,
      ...(entry.reversesEntryId === null ? {} : { reversesEntryId: entry.reversesEntryId }),
    });
  }
}

/** What the person was on the day on which the work was done. */
function employedAs(facts: readonly EmploymentFact[], day: string) {
  const { role, grade, site } = employmentOf(facts, day).current;
  return {
    role,
    ...(grade === null ? {} : { grade }),
    ...(site === null || site === '' ? {} : { siteId: site }),
  };
}
