import type { Announce } from '@meridian/bus';
import { NOBODY } from '../domain/bookings/booking-life.js';
import { PersonFinder } from '../domain/find-person.js';
import { answerClosings } from './closings.js';
import type { Tx } from './database.js';
import { refreshLoads } from './loads.js';
import { refreshStaffing } from './staffing.js';

/**
 * Everybody a plan could mean. Somebody who is being hired at this moment is waited for: otherwise the plan would not see
 * the person, and the hiring not the booking.
 */
export async function personFinder(tx: Tx): Promise<PersonFinder> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock_shared(hashtext('resourcing/who-is-meant'))`;
  return new PersonFinder(
    await tx.person.findMany({ select: { personId: true, employeeNumber: true, email: true, name: true } }),
  );
}

/**
 * Loads of the people and staffing of the projects, in this order: staffing counts who is overloaded. A project that is
 * closing says who is still bound.
 */
export async function refresh(
  tx: Tx,
  announce: Announce,
  touched: { readonly personIds: readonly (string | null)[]; readonly projectIds: readonly string[] },
  today: string,
): Promise<void> {
  const personIds = touched.personIds.filter((id) => id !== null);
  await refreshLoads(tx, announce, personIds, today);
  const elsewhere = await tx.booking.findMany({
    where: { personId: { in: personIds } },
    select: { projectId: true },
    distinct: ['projectId'],
  });
  await refreshStaffing(tx, announce, [
    ...touched.projectIds,
    ...elsewhere.map(({ projectId }) => projectId),
  ]);
  await answerClosings({ tx, announce }, touched.projectIds);
}

/** From here on to the end of the transaction no plan looks for people: see `personFinder`. */
export async function holdPlans(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('resourcing/who-is-meant'))`;
}

/** Bookings without a person that a person, now known, is meant by. Returns the projects they belong to. */
export async function fillWith(tx: Tx, personId: string): Promise<string[]> {
  const finder = await personFinder(tx);
  const open = await tx.booking.findMany({ where: { personId: null, isChosen: false } });
  const { employedUntil } = await tx.person.findUniqueOrThrow({ where: { personId } });
  const meant = open.filter(
    (booking) =>
      finder.find(booking) === personId && (employedUntil === null || employedUntil >= booking.start),
  );
  await tx.booking.updateMany({
    where: { bookingId: { in: meant.map(({ bookingId }) => bookingId) } },
    data: { personId, version: { increment: 1 } },
  });
  return meant.map(({ projectId }) => projectId);
}

/**
 * Frees the bookings of a person that start after the last day, and takes proposals of the person for such work back.
 * Returns the projects of what was freed, one for each booking.
 */
export async function releaseAfter(tx: Tx, personId: string, lastDay: string): Promise<string[]> {
  const start = { gt: lastDay };
  await tx.booking.updateMany({
    where: { proposedPersonId: personId, start },
    data: { proposedPersonId: null, version: { increment: 1 } },
  });
  const released = await tx.booking.updateManyAndReturn({
    where: { personId, start },
    data: { ...NOBODY, isChosen: false, version: { increment: 1 } },
    select: { projectId: true },
  });
  return released.map(({ projectId }) => projectId);
}

/** A plan may name, or move to later days, work of somebody who has left by then: it waits for another person. */
export async function releaseLeavers(tx: Tx, projectId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE booking SET person_id = NULL, is_confirmed = false, is_chosen = false, version = booking.version + 1
    FROM person WHERE person.person_id = booking.person_id AND booking.project_id = ${projectId}::uuid
      AND person.employed_until < booking.start`;
  await tx.$executeRaw`
    UPDATE booking SET proposed_person_id = NULL, version = booking.version + 1
    FROM person WHERE person.person_id = booking.proposed_person_id AND booking.project_id = ${projectId}::uuid
      AND person.employed_until < booking.start`;
}
