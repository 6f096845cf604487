import type { Announce } from '@meridian/bus';
import { PersonRecorded, personIdOf } from '@meridian/contracts-resourcing';
import {
  employmentOf,
  type Employment,
  type EmploymentFact,
  type PersonFacts,
} from '../domain/employment.js';
import type { Tx } from './database.js';
import type { Prisma } from './generated/client.js';

export interface Told extends EmploymentFact {
  readonly employeeNumber: string;
}

/**
 * Takes over what was told about a person, from a day on, and announces the person. Facts about somebody of whom no
 * hiring is known yet are kept and hold as soon as it is.
 *
 * @returns the person's id, or null while no hiring is known
 */
export async function tellOfPerson(
  tx: Tx,
  announce: Announce,
  told: Told,
  today: string,
): Promise<string | null> {
  const personId = personIdOf(told.employeeNumber);
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${personId}, 0))`;
  const known = await tx.person.findUnique({ where: { personId }, include: { facts: true } });
  if (!known && told.kind !== 'hired') return null;
  const facts = [...(known?.facts ?? []).map(asFact), told];
  const { current } = employmentOf(facts, today);
  const columns = columnsOf(current);
  const { version } = await tx.person.upsert({
    where: { personId },
    create: { personId, employeeNumber: told.employeeNumber.trim(), version: 1, ...columns },
    update: { ...columns, version: { increment: 1 } },
  });
  await tx.employmentFact.create({
    data: {
      personId,
      kind: told.kind,
      effectiveOn: told.effectiveOn,
      facts: told.facts as Prisma.InputJsonObject,
    },
  });
  await announce(PersonRecorded, announced(personId, told.employeeNumber.trim(), version, current));
  return personId;
}

/** Employment of people, by id. */
export async function employmentsOf(
  tx: Pick<Tx, 'employmentFact'>,
  personIds: readonly string[],
  today: string,
): Promise<Map<string, Employment>> {
  const rows = await tx.employmentFact.findMany({
    where: { personId: { in: [...personIds] } },
    orderBy: { factId: 'asc' },
  });
  const byPerson = new Map<string, EmploymentFact[]>();
  for (const row of rows) byPerson.set(row.personId, [...(byPerson.get(row.personId) ?? []), asFact(row)]);
  return new Map([...byPerson].map(([personId, facts]) => [personId, employmentOf(facts, today)]));
}

function asFact(row: { kind: string; effectiveOn: string; facts: unknown }): EmploymentFact {
  return row as EmploymentFact;
}

function columnsOf(current: Employment['current']) {
  const { name, email, role, orgUnit, site, ftePercent, isContractor, employedFrom, employedUntil } = current;
  const { grade, lineManagerId } = current;
  const employment = { ftePercent, isContractor, employedFrom, employedUntil, grade, lineManagerId };
  return { name, email, role, orgUnit, site, ...employment };
}

function announced(
  personId: string,
  employeeNumber: string,
  version: number,
  person: PersonFacts & { employedFrom: string },
) {
  const { email, site, employedUntil, grade: _grade, lineManagerId: _manager, ...rest } = person;
  return {
    personId,
    employeeNumber,
    version,
    ...rest,
    ...(email === null ? {} : { email }),
    ...(site === null ? {} : { site }),
    ...(employedUntil === null ? {} : { employedUntil }),
  };
}
