import { hasRole, maySeeProject } from '@meridian/access';
import type { Claims } from '@meridian/bus';
import type { BookingWork } from '@meridian/contracts-resourcing';
import { actsForEverybody, peopleActedFor, personIdIn } from './approvers.js';
import type { Database } from './database.js';
import type { Prisma } from './generated/client.js';

export type BookingList = NonNullable<BookingWork['list']>;

const ACCESS = { projectId: true, isConfidential: true, managerPersonId: true, sponsorPersonId: true };
const NOBODY_NAMED = { personId: null, proposedPersonId: null };

const LISTS: Readonly<Record<BookingList, Prisma.BookingWhereInput>> = {
  moving: {
    isConfirmed: false,
    OR: [
      { isRequested: true },
      { proposedPersonId: { not: null } },
      { isChosen: true, personId: { not: null } },
    ],
  },
  open: { ...NOBODY_NAMED, isRequested: false },
  planned: { personId: { not: null }, isConfirmed: false, isChosen: false, isRequested: false },
  hard: { isConfirmed: true },
};

/** Whose bookings somebody has to do with; `'all'` where there is no border. */
export interface Sphere {
  readonly personId: string;
  readonly hiddenProjectIds: readonly string[];
  readonly managed: readonly string[] | 'all';
  readonly people: readonly string[] | 'all';
}

export async function sphereOf(database: Database, claims: Claims): Promise<Sphere> {
  const isPmo = hasRole(claims, ['pmo-manager']);
  const personId = personIdIn(claims);
  const isManager = hasRole(claims, ['project-manager']);
  const [projects, managed, reports] = await Promise.all([
    database.project.findMany({ select: ACCESS }),
    isPmo || !isManager
      ? []
      : database.project.findMany({ where: { managerPersonId: personId }, select: { projectId: true } }),
    actsForEverybody(claims)
      ? []
      : database.person.findMany({ where: peopleActedFor(claims), select: { personId: true } }),
  ]);
  return {
    personId,
    hiddenProjectIds: projects.filter((one) => !maySeeProject(claims, one)).map(({ projectId }) => projectId),
    managed: isPmo ? 'all' : managed.map(({ projectId }) => projectId),
    people: actsForEverybody(claims) ? 'all' : reports.map((person) => person.personId),
  };
}

/** Bookings of a list that somebody has to do with, and those of them that wait for a step of theirs. */
export function bookingsOfSphere(sphere: Sphere, list: BookingList, today: string) {
  const { managed, people, personId } = sphere;
  const isFunctional = people === 'all' || people.length > 0;
  const mine = people === 'all' ? { not: personId } : { in: [...people] };
  const inManaged: Prisma.BookingWhereInput = managed === 'all' ? {} : { projectId: { in: [...managed] } };
  const requested: Prisma.BookingWhereInput = { ...NOBODY_NAMED, isRequested: true };
  const ofSphere: Prisma.BookingWhereInput =
    managed === 'all' || people === 'all'
      ? {}
      : {
          OR: [
            inManaged,
            { personId: mine },
            { proposedPersonId: mine },
            ...(isFunctional ? [requested] : []),
          ],
        };
  const waiting: Prisma.BookingWhereInput = {
    OR: [
      { AND: [{ proposedPersonId: { not: null } }, inManaged] },
      { AND: [{ isConfirmed: false, personId: { not: null } }, { personId: mine }] },
      ...(isFunctional ? [requested] : []),
    ],
  };
  const hidden = { projectId: { notIn: [...sphere.hiddenProjectIds] } };
  return { all: { AND: [{ finish: { gte: today } }, LISTS[list], hidden, ofSphere] }, waiting };
}
