import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { maySeeProject, requireVisible } from '@meridian/access';
import { Answers, Asking } from '@meridian/bus';
import type { Claims } from '@meridian/bus';
import { BookingFile, BookingFileFigures } from '@meridian/contracts-resourcing';
import type { BookingConflict, CompetingWork, StaffingCandidate } from '@meridian/contracts-resourcing';
import { conflictsOf } from '../domain/bookings/booking-conflicts.js';
import { loadByWeek } from '../domain/load.js';
import { groupedBy } from '../domain/levelling/grouped-by.js';
import { fitOf, USUAL_WEIGHTS } from '../domain/staffing/fit.js';
import { actsForEverybody, peopleActedFor } from '../persistence/approvers.js';
import { noSuchAssignment } from '../persistence/assignments.js';
import { stepsOf } from '../persistence/booking-steps.js';
import { isCounted, personOf, tasksOf, weeksOf } from '../persistence/booking-tasks.js';
import { Database } from '../persistence/database.js';
import type { Booking, Project } from '../persistence/database.js';
import { loadWeeks } from '../persistence/everybody.js';
import { candidatesFor } from '../persistence/staffing-candidates.js';
import { demandOfBooking } from '../persistence/staffing-demands.js';

const MOST_CANDIDATES = 5;

@Controller()
export class BookingFileQuery {
  constructor(private readonly database: Database) {}

  @Answers(BookingFile)
  async handle(@Payload() request: BookingFile, @Ctx() { claims, now }: Asking): Promise<BookingFileFigures> {
    const today = now.toISOString().slice(0, 10);
    const { projectId, assignmentId } = request;
    const project = await this.database.project.findUnique({ where: { projectId } });
    requireVisible(claims, project);
    const booking = await this.database.booking.findUnique({ where: { assignmentId } });
    if (!project || booking?.projectId !== projectId) throw noSuchAssignment();
    const report = await this.database.person.findFirst({
      where: peopleActedFor(claims),
      select: { personId: true },
    });
    const asked = { claims, actsForSomebody: report !== null, today };
    const [[task], conflicts, candidates, history] = await Promise.all([
      tasksOf(this.database, [booking], asked),
      this.#conflicts(booking, claims, today),
      actsForEverybody(claims) ? this.#candidates(booking, project, today) : [],
      stepsOf(this.database, assignmentId),
    ]);
    if (!task) throw noSuchAssignment();
    return { booking: task, conflicts, candidates, history };
  }

  async #conflicts(booking: Booking, claims: Claims, today: string): Promise<BookingConflict[]> {
    const personId = personOf(booking);
    if (personId === null) return [];
    const { mondays, people } = await weeksOf(this.database, [booking], today);
    const person = people.find((one) => one.personId === personId);
    const conflicts = person ? conflictsOf(booking, loadWeeks(mondays, person), isCounted(booking)) : [];
    if (conflicts.length === 0) return [];
    const others = await this.database.booking.findMany({
      where: { personId, finish: { gte: today }, bookingId: { not: booking.bookingId } },
    });
    const byProject = groupedBy(others, ({ projectId }) => projectId);
    const projects = await this.database.project.findMany({
      where: { projectId: { in: [...byProject.keys()] } },
    });
    const loads = projects.map((project) => ({
      named: maySeeProject(claims, project)
        ? { projectId: project.projectId, projectName: project.name }
        : {},
      weeks: loadByWeek(byProject.get(project.projectId) ?? []),
    }));
    return conflicts.map(({ weekStart, capacityMinutes, workMinutes }) => ({
      weekStart,
      capacityMinutes: Math.round(capacityMinutes),
      workMinutes,
      others: loads
        .map(({ named, weeks }): CompetingWork => ({ ...named, workMinutes: weeks.get(weekStart) ?? 0 }))
        .filter((other) => other.workMinutes > 0)
        .sort((one, other) => other.workMinutes - one.workMinutes),
    }));
  }

  /** Those who could do all of it or a part, without who is named for it. */
  async #candidates(booking: Booking, project: Project, today: string): Promise<StaffingCandidate[]> {
    const { personId: booked } = booking;
    const person = booked && (await this.database.person.findUnique({ where: { personId: booked } }));
    const role = person ? person.role : undefined;
    const { demand, mondays } = demandOfBooking(booking, project, { role, today });
    const everybody = await candidatesFor(this.database, [demand], mondays, today);
    return everybody
      .flatMap((candidate) => {
        const fit = candidate.personId === personOf(booking) ? null : fitOf(demand, candidate, USUAL_WEIGHTS);
        return fit ? [{ candidate, fit }] : [];
      })
      .sort((one, other) => other.fit.score - one.fit.score)
      .slice(0, MOST_CANDIDATES)
      .map(({ candidate: { personId, name, role: theirs }, fit }) => ({
        personId,
        name,
        role: theirs,
        ...fit,
      }));
  }
}
