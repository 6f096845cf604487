import type { Announce } from '@meridian/bus';
import { OverloadsChanged } from '@meridian/contracts-resourcing';
import { weekCapacity, type LeavePeriod } from '../domain/capacity.js';
import type { EmploymentPeriod } from '../domain/employment.js';
import { loadByWeek, overloadsOf, type BookedWork, type LoadWeek } from '../domain/load.js';
import { endOfWeek, weekOf, weeksBetween, weeksFrom } from '../domain/weeks.js';
import type { Tx } from './database.js';
import type { Prisma } from './generated/client.js';
import { employmentsOf } from './people.js';

interface PersonBookings {
  readonly personId: string;
  readonly bookings: readonly (BookedWork & { readonly projectId: string })[];
}

/**
 * Computes the weeks of people again after their bookings, leave or employment changed, and announces whose overloads
 * are other than before. Weeks that are over are left as they were.
 */
export async function refreshLoads(
  tx: Tx,
  announce: Announce,
  personIds: readonly string[],
  today: string,
): Promise<void> {
  const ids = [...new Set(personIds)].sort();
  if (ids.length === 0) return;
  const week = weekOf(today);
  await tx.$executeRaw`SELECT 1 FROM person WHERE person_id = ANY (${ids}::uuid[]) ORDER BY person_id FOR UPDATE`;
  const people = await tx.person.findMany({
    where: { personId: { in: ids } },
    include: { leaves: { where: { isCancelled: false } } },
  });
  const employments = await employmentsOf(tx, ids, today);
  const bookings = await bookingsOf(tx, ids, week);
  await storeWeeks(tx, bookings, week);
  for (const person of people) {
    const own = bookings.find(({ personId }) => personId === person.personId)?.bookings ?? [];
    const periods = employments.get(person.personId)?.periods ?? [];
    const weeks = overloadWeeks(own, periods, person.leaves, week);
    if (JSON.stringify(person.overloads) === JSON.stringify(weeks)) continue;
    await tx.person.update({
      where: { personId: person.personId },
      data: { overloads: weeks as unknown as Prisma.InputJsonArray },
    });
    await announce(OverloadsChanged, {
      personId: person.personId,
      personName: person.name,
      role: person.role,
      orgUnit: person.orgUnit,
      weeks,
      projectIds: projectsIn(own, weeks),
    });
  }
}

async function bookingsOf(tx: Tx, ids: readonly string[], fromWeek: string): Promise<PersonBookings[]> {
  const rows = await tx.booking.findMany({
    where: { personId: { in: [...ids] }, finish: { gte: fromWeek } },
    select: { personId: true, projectId: true, start: true, finish: true, workMinutes: true },
    orderBy: [{ start: 'asc' }, { bookingId: 'asc' }],
  });
  return ids.map((personId) => ({ personId, bookings: rows.filter((row) => row.personId === personId) }));
}

/** Weeks from this one on; a person who is booked for nothing has no row. */
async function storeWeeks(tx: Tx, people: readonly PersonBookings[], fromWeek: string): Promise<void> {
  const rows = people.map(({ personId, bookings }) => ({
    personId,
    minutes: minutesFrom(fromWeek, loadByWeek(bookings)),
  }));
  await tx.personLoad.deleteMany({ where: { personId: { in: rows.map(({ personId }) => personId) } } });
  const data = rows
    .filter(({ minutes }) => minutes.length > 0)
    .map(({ personId, minutes }) => ({ personId, firstWeek: fromWeek, bookedMinutes: minutes }));
  if (data.length > 0) await tx.personLoad.createMany({ data });
}

function minutesFrom(fromWeek: string, byWeek: ReadonlyMap<string, number>): number[] {
  const last = [...byWeek.keys()].reduce((latest, week) => (week > latest ? week : latest), '');
  if (last < fromWeek) return [];
  return weeksFrom(fromWeek, weeksBetween(fromWeek, last) + 1).map((week) => byWeek.get(week) ?? 0);
}

function overloadWeeks(
  bookings: readonly BookedWork[],
  periods: readonly EmploymentPeriod[],
  leaves: readonly LeavePeriod[],
  fromWeek: string,
): LoadWeek[] {
  const weeks = [...loadByWeek(bookings)]
    .filter(([weekStart]) => weekStart >= fromWeek)
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([weekStart, bookedMinutes]) => ({
      weekStart,
      capacityMinutes: weekCapacity(periods, leaves, weekStart),
      bookedMinutes,
    }));
  return overloadsOf(weeks);
}

/** The projects that book the person in one of the weeks. */
function projectsIn(bookings: PersonBookings['bookings'], weeks: readonly LoadWeek[]): string[] {
  const inWeeks = bookings.filter((booking) =>
    weeks.some(({ weekStart }) => booking.start <= endOfWeek(weekStart) && booking.finish >= weekStart),
  );
  return [...new Set(inWeeks.map(({ projectId }) => projectId))];
}
