import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { maySeeProject } from '@meridian/access';
import { Answers, Asking } from '@meridian/bus';
import { PersonLoad, ProjectPeople, ProjectPeopleFigures } from '@meridian/contracts-resourcing';
import { stageOf } from '../domain/bookings/booking-life.js';
import { peakPercent, type LoadWeek } from '../domain/load.js';
import { endOfWeek } from '../domain/weeks.js';
import { Database } from '../persistence/database.js';

@Controller()
export class ProjectPeopleQuery {
  constructor(private readonly database: Database) {}

  @Answers(ProjectPeople)
  async handle(@Payload() request: ProjectPeople, @Ctx() asking: Asking): Promise<ProjectPeopleFigures> {
    const { projectId } = request;
    const project = await this.database.project.findUnique({ where: { projectId } });
    if (!project || !maySeeProject(asking.claims, project)) {
      return { projectId, people: 0, unfilled: 0, bookings: [], overloads: [] };
    }
    const bookings = await this.database.booking.findMany({
      where: { projectId },
      orderBy: [{ start: 'asc' }, { assignmentId: 'asc' }],
    });
    const ids = [...new Set(bookings.flatMap(({ personId }) => personId ?? []))];
    const people = await this.database.person.findMany({
      where: { personId: { in: ids } },
      orderBy: { name: 'asc' },
    });
    const names = new Map(people.map(({ personId, name }) => [personId, name]));
    return {
      projectId,
      people: ids.length,
      unfilled: bookings.filter(({ personId }) => personId === null).length,
      bookings: bookings.map((booking) => ({
        bookingId: booking.bookingId,
        assignmentId: booking.assignmentId,
        taskId: booking.taskId,
        taskName: booking.taskName,
        personName: names.get(booking.personId ?? '') ?? booking.resourceName,
        ...(booking.personId === null ? {} : { personId: booking.personId }),
        state: booking.personId === null ? 'unfilled' : 'booked',
        start: booking.start,
        finish: booking.finish,
        workMinutes: booking.workMinutes,
        version: booking.version,
        stage: stageOf(booking),
        ...(booking.proposedPersonId !== null && { proposedPersonId: booking.proposedPersonId }),
      })),
      overloads: people.flatMap((person) =>
        overloadIn(
          person,
          bookings.filter((b) => b.personId === person.personId),
        ),
      ),
    };
  }
}

interface OverloadedPerson {
  readonly personId: string;
  readonly name: string;
  readonly role: string;
  readonly orgUnit: string;
  readonly overloads: unknown;
}

/** The overloaded weeks of a person in which these bookings take part. */
function overloadIn(
  person: OverloadedPerson,
  bookings: readonly { start: string; finish: string }[],
): PersonLoad[] {
  const weeks = (person.overloads as LoadWeek[]).filter(({ weekStart }) =>
    bookings.some((booking) => booking.start <= endOfWeek(weekStart) && booking.finish >= weekStart),
  );
  if (weeks.length === 0) return [];
  const { personId, name, role, orgUnit } = person;
  return [{ personId, name, role, orgUnit, weeks, peakPercent: peakPercent(weeks) }];
}
