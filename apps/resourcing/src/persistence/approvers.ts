import { hasRole } from '@meridian/access';
import type { Claims } from '@meridian/bus';
import { Refusal } from '@meridian/refusal';
import type { Tx } from './database.js';
import type { Person } from './generated/client.js';

const FOR_EVERYBODY: readonly string[] = ['resource-manager', 'pmo-manager'];

/** Who asks, as people are known here. */
export function personIdIn(claims: Claims): string {
  return claims.personId ?? claims.subject;
}

/** The person who asks; @throws Refusal when nobody of that id is known here. */
export async function callerAsPerson(tx: Pick<Tx, 'person'>, claims: Claims): Promise<Person> {
  const person = await tx.person.findUnique({ where: { personId: personIdIn(claims) } });
  if (person) return person;
  throw new Refusal(
    'resourcing/person-not-found',
    'You are not recorded as a person here; a resource manager can do that.',
    { kind: 'not-found' },
  );
}

export function actsForEverybody(claims: Claims): boolean {
  return hasRole(claims, FOR_EVERYBODY);
}

/** Resource managers and the PMO see and decide for everybody, a line manager for the own people; nobody for themselves. */
export function actsFor(claims: Claims, person: Pick<Person, 'personId' | 'lineManagerId'>): boolean {
  const caller = personIdIn(claims);
  if (caller === person.personId) return false;
  return actsForEverybody(claims) || person.lineManagerId === caller;
}

/** The same rule as a filter of people. */
export function peopleActedFor(claims: Claims): { personId: { not: string }; lineManagerId?: string } {
  const caller = personIdIn(claims);
  const others = { personId: { not: caller } };
  return actsForEverybody(claims) ? others : { ...others, lineManagerId: caller };
}

/**
 * The person somebody asks about: oneself, or somebody the caller acts for.
 *
 * @throws Refusal `resourcing/person-not-found`: whether there is such a person is not told
 */
export async function personOfCaller(
  tx: Pick<Tx, 'person'>,
  claims: Claims,
  personId: string | undefined,
): Promise<Person> {
  if (personId === undefined || personId === personIdIn(claims)) return callerAsPerson(tx, claims);
  const person = await tx.person.findUnique({ where: { personId } });
  if (person && actsFor(claims, person)) return person;
  throw new Refusal('resourcing/person-not-found', 'There is no person with this id for whom you may ask.', {
    kind: 'not-found',
  });
}

/**
 * One of the people whose line manager the caller is. Nobody else stands in: not the PMO, not resource managers.
 *
 * @throws Refusal `resourcing/person-not-found`
 */
async function personManaged(tx: Pick<Tx, 'person'>, claims: Claims, personId: string): Promise<Person> {
  const person = await tx.person.findUnique({ where: { personId } });
  if (person && person.lineManagerId === personIdIn(claims)) return person;
  throw new Refusal(
    'resourcing/person-not-found',
    'There is no person with this id whose line manager you are.',
    { kind: 'not-found' },
  );
}

/** Oneself, or one of the own people: growth is between the two. */
export function personOrManaged(
  tx: Pick<Tx, 'person'>,
  claims: Claims,
  personId: string | undefined,
): Promise<Person> {
  if (personId === undefined || personId === personIdIn(claims)) return callerAsPerson(tx, claims);
  return personManaged(tx, claims, personId);
}
