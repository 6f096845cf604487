import { personIdOf } from '@meridian/contracts-resourcing';

/** Someone who can sign in to a development installation. */
export interface Person {
  /** Stable for ever: bookings, decisions and audit rows of the demonstration data refer to it. */
  readonly personId: string;
  /** `given.family`: what one types in scripts. */
  readonly handle: string;
  readonly name: string;
  readonly email: string;
  readonly employeeNumber: string;
  readonly roles: readonly string[];
  /** The organisation someone from outside works for. */
  readonly partner?: string;
  /** Last day (`YYYY-MM-DD`, UTC) on which an outsider may sign in. */
  readonly accessEnds?: string;
}

/** The people every development installation and every test knows. */
export const people: readonly Person[] = [
  person(1, 'Anna Meyer', 'pmo-manager'),
  person(2, 'Jon Okafor', 'project-manager'),
  person(3, 'Priya Nair', 'project-manager'),
  person(4, 'Lea Chen', 'resource-manager'),
  person(5, 'Mia Dubois', 'quality-manager'),
  person(6, 'Sam Rossi', 'sponsor'),
  person(7, 'Tom Jensen', 'team-member'),
  {
    ...person(8, 'Kai Novak', 'contractor'),
    email: 'kai.novak@northwind-engineering.example',
    partner: 'Northwind Engineering',
    accessEnds: '2035-12-31',
  },
];

/** The password of everyone in `people`. A development installation holds no secrets. */
export const developmentPassword = 'demo';

/** @param who person id, handle (`anna.meyer`) or e-mail address */
export function findPerson(who: string): Person | undefined {
  return people.find((one) => one.personId === who || one.handle === who || one.email === who);
}

function person(place: number, name: string, role: string): Person {
  const handle = name.toLowerCase().replace(' ', '.');
  const employeeNumber = `E-${1000 + place}`;
  return {
    personId: personIdOf(employeeNumber),
    handle,
    name,
    email: `${handle}@meridian.example`,
    employeeNumber,
    roles: [role],
  };
}
