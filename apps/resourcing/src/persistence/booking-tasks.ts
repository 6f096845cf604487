import { hasRole, mayManageProject } from '@meridian/access';
import type { Claims } from '@meridian/bus';
import type { BookingTask } from '@meridian/contracts-resourcing';
import { conflictsOf } from '../domain/bookings/booking-conflicts.js';
import { stageOf, stepsFor } from '../domain/bookings/booking-life.js';
import { weekOf, weeksBetween, weeksFrom } from '../domain/weeks.js';
import { actsFor } from './approvers.js';
import type { Booking, Database } from './database.js';
import { loadsOfEverybody, loadWeeks, type PersonWeeks } from './everybody.js';

/** Two years: what lies later is planned anew before it is worked. */
const WEEKS_LOOKED_AT = 104;
const NEXT = {
  open: undefined,
  requested: 'propose',
  proposed: 'agree',
  soft: 'confirm',
  hard: undefined,
} as const;

interface Asked {
  readonly claims: Claims;
  /** The caller decides for anybody. */
  readonly actsForSomebody: boolean;
  readonly today: string;
}

/** Bookings as the caller sees them; their projects are visible. */
export async function tasksOf(
  database: Database,
  bookings: readonly Booking[],
  { claims, actsForSomebody, today }: Asked,
): Promise<BookingTask[]> {
  const [projects, people, weeks] = await Promise.all([
    database.project.findMany({ where: { projectId: { in: bookings.map(({ projectId }) => projectId) } } }),
    database.person.findMany({ where: { personId: { in: bookings.flatMap((one) => personOf(one) ?? []) } } }),
    weeksOf(database, bookings, today),
  ]);
  const projectOf = new Map(projects.map((project) => [project.projectId, project]));
  const named = new Map(people.map((person) => [person.personId, person]));
  return bookings.map((booking) => {
    const project = projectOf.get(booking.projectId);
    const person = named.get(personOf(booking) ?? '');
    const stage = stageOf(booking);
    const steps = stepsFor(stage, {
      managesProject: project !== undefined && mayManageProject(claims, project),
      actsForPerson: person !== undefined && actsFor(claims, person),
      actsForSomebody,
      isResourceManager: hasRole(claims, ['resource-manager']),
    });
    const own = weeks.people.find(({ personId }) => personId === person?.personId);
    const next = NEXT[stage];
    return {
      projectId: booking.projectId,
      projectName: project?.name ?? '',
      assignmentId: booking.assignmentId,
      taskId: booking.taskId,
      taskName: booking.taskName,
      resourceName: booking.resourceName,
      stage,
      ...(person && { personId: person.personId, personName: person.name }),
      start: booking.start,
      finish: booking.finish,
      workMinutes: booking.workMinutes,
      version: booking.version,
      steps,
      waitsForCaller: next !== undefined && steps.includes(next),
      weeksOver: own ? conflictsOf(booking, loadWeeks(weeks.mondays, own), isCounted(booking)).length : 0,
    };
  });
}

/** Who is booked, or proposed. */
export function personOf({ personId, proposedPersonId }: Booking): string | null {
  return personId ?? proposedPersonId;
}

/** The work of a proposal is nobody's load yet. */
export function isCounted({ personId }: Booking): boolean {
  return personId !== null;
}

/** Capacity and load of everybody over the weeks of the bookings that somebody is named for, from this week on. */
export async function weeksOf(
  database: Database,
  bookings: readonly Booking[],
  today: string,
): Promise<{ mondays: string[]; people: PersonWeeks[] }> {
  const named = bookings.filter((booking) => personOf(booking) !== null);
  if (named.length === 0) return { mondays: [], people: [] };
  const start = named.reduce(
    (earliest, one) => (one.start < earliest ? one.start : earliest),
    named[0]?.start ?? '',
  );
  const first = weekOf(start > today ? start : today);
  const last = named.reduce((latest, { finish }) => (finish > latest ? finish : latest), first);
  const mondays = weeksFrom(first, Math.min(WEEKS_LOOKED_AT, weeksBetween(first, weekOf(last)) + 1));
  return { mondays, people: await loadsOfEverybody(database, { mondays, today }) };
}
