import { personIdOf, RecordPerson } from '@meridian/contracts-resourcing';
import { person } from '@meridian/testing';
import type { ServiceUnderTest, TestPerson } from '@meridian/testing';

type Facts = Pick<RecordPerson, 'employeeNumber' | 'name'> & Partial<RecordPerson>;

export const lea = person('resource-manager', 'Lea');

/** An employee as they sign in. */
export function worker(employeeNumber: string, name: string, role = 'team-member'): TestPerson {
  const personId = personIdOf(employeeNumber);
  return { ...person(role, name), subject: personId, personId };
}

/** An engineer with all their time, where the facts say nothing else. */
export function recordWorker(resourcing: ServiceUnderTest, facts: Facts) {
  const email = `${facts.employeeNumber.toLowerCase()}@example.org`;
  const base = { role: 'Engineer', orgUnit: 'IT', ftePercent: 100, employedFrom: '2020-01-06', email };
  return resourcing.ask(lea, RecordPerson, { ...base, ...facts });
}
