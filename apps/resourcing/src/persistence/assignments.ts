import { Refusal } from '@meridian/refusal';
import type { Tx } from './database.js';
import type { Booking, Person } from './generated/client.js';
import { requireSeen } from './require-seen.js';

/** The booking of an assignment, held until the end of the transaction, as the caller saw it. */
export async function holdAssignment(
  tx: Tx,
  { projectId, assignmentId }: { readonly projectId: string; readonly assignmentId: string },
  expectedVersion: number | undefined,
): Promise<Booking> {
  await tx.$executeRaw`SELECT 1 FROM booking WHERE assignment_id = ${assignmentId}::uuid FOR UPDATE`;
  const booking = await tx.booking.findUnique({ where: { assignmentId } });
  if (!booking || booking.projectId !== projectId) throw noSuchAssignment();
  requireSeen('booking', booking.version, expectedVersion);
  return booking;
}

export function noSuchAssignment(): Refusal {
  return new Refusal(
    'resourcing/assignment-not-found',
    'The plan of this project has no assignment with this id.',
    { kind: 'not-found' },
  );
}

/** Somebody who can be booked for it. */
export async function personToBook(tx: Tx, personId: string, booking: Booking): Promise<Person> {
  const person = await tx.person.findUnique({ where: { personId } });
  if (!person)
    throw new Refusal('resourcing/person-not-found', 'There is no person with this id.', {
      kind: 'not-found',
    });
  requireEmployedFor(person, booking);
  return person;
}

/** @throws Refusal when the person leaves before the work starts */
export function requireEmployedFor(person: Person, { start }: Pick<Booking, 'start'>): void {
  if (person.employedUntil === null || person.employedUntil >= start) return;
  throw new Refusal(
    'resourcing/person-has-left',
    `${person.name} is employed until ${person.employedUntil}; the work starts on ${start}.`,
  );
}
