import { maySeeProject } from '@meridian/access';
import type { Claims } from '@meridian/bus';
import type { GrowthWork } from '@meridian/contracts-resourcing';
import { skillKey } from '../../domain/skills/skill.js';
import { personIdIn } from '../approvers.js';
import type { Booking, Tx } from '../database.js';

type Reading = Pick<Tx, 'booking' | 'project'>;

/** A skill asks for so much work at most; who wants more of it looks at the suggestions. */
const OPENINGS_SHOWN = 10;
/** The next work of a large house: a page of growth is no search of all plans. */
const OPENINGS_READ = 5_000;

/** Assignments of a person, those of hidden projects only for the person. */
export async function growthWork(database: Reading, claims: Claims, personId: string): Promise<GrowthWork[]> {
  const bookings = await database.booking.findMany({
    where: { personId },
    orderBy: [{ start: 'asc' }, { taskName: 'asc' }, { bookingId: 'asc' }],
  });
  return shown(database, claims, bookings, personIdIn(claims) === personId);
}

/** Of these assignments of a person, those that the caller is not shown. */
export async function hiddenGrowthWork(
  database: Reading,
  claims: Claims,
  personId: string,
  assignmentIds: readonly string[],
): Promise<string[]> {
  const seen = new Set((await growthWork(database, claims, personId)).map((work) => work.assignmentId));
  const booked = await database.booking.findMany({
    where: { personId, assignmentId: { in: [...assignmentIds] } },
    select: { assignmentId: true },
  });
  return booked.map(({ assignmentId }) => assignmentId).filter((one) => !seen.has(one));
}

/** Work to come without anybody, by the skill that its resource is called by. */
export async function openingsBySkill(
  database: Reading,
  claims: Claims,
  today: string,
): Promise<Map<string, GrowthWork[]>> {
  const open = await database.booking.findMany({
    where: { personId: null, proposedPersonId: null, start: { gte: today } },
    take: OPENINGS_READ,
    orderBy: [{ start: 'asc' }, { taskName: 'asc' }, { bookingId: 'asc' }],
  });
  const seen = new Map((await shown(database, claims, open, false)).map((work) => [work.assignmentId, work]));
  const bySkill = new Map<string, GrowthWork[]>();
  for (const { resourceName, assignmentId } of open) {
    const work = seen.get(assignmentId);
    const known = bySkill.get(skillKey(resourceName)) ?? [];
    if (work && known.length < OPENINGS_SHOWN) bySkill.set(skillKey(resourceName), [...known, work]);
  }
  return bySkill;
}

async function shown(
  database: Reading,
  claims: Claims,
  bookings: readonly Booking[],
  isOwn: boolean,
): Promise<GrowthWork[]> {
  const projects = await database.project.findMany({
    where: { projectId: { in: [...new Set(bookings.map(({ projectId }) => projectId))] } },
  });
  const seen = new Map(
    projects.filter((one) => isOwn || maySeeProject(claims, one)).map((one) => [one.projectId, one.name]),
  );
  return bookings
    .filter(({ projectId }) => isOwn || seen.has(projectId))
    .map(({ assignmentId, projectId, taskName, start, finish }) => {
      const projectName = seen.get(projectId);
      const work = { assignmentId, projectId, taskName, start, finish };
      return projectName === undefined ? work : { ...work, projectName };
    });
}
