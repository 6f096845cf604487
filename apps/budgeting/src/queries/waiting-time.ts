import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { hasRole, requireVisible, visibleProjects } from '@meridian/access';
import { Answers, Asking } from '@meridian/bus';
import { WaitingTime, WaitingTimeList } from '@meridian/contracts-budgeting';
import { Database } from '../persistence/database.js';
import { waitingTimeSums } from '../persistence/time-bookings.js';

/** Approved time that is no cost yet. That of projects nobody knows is shown to who answers for all money. */
@Controller()
export class WaitingTimeQuery {
  constructor(private readonly database: Database) {}

  @Answers(WaitingTime)
  async handle(@Payload() { projectId }: WaitingTime, @Ctx() { claims }: Asking): Promise<WaitingTimeList> {
    if (projectId !== undefined)
      requireVisible(claims, await this.database.project.findUnique({ where: { projectId } }));
    const where = projectId === undefined ? visibleProjects(claims) : { projectId };
    const projects = await this.database.project.findMany({ where, select: { projectId: true } });
    const withUnknown = projectId === undefined && hasRole(claims, ['pmo-manager', 'sponsor']);
    const sums = await waitingTimeSums(
      this.database,
      projects.map((project) => project.projectId),
      withUnknown,
    );
    return {
      waiting: sums.map(({ projectName, ...line }) => ({
        ...line,
        ...(projectName === null ? {} : { projectName }),
      })),
    };
  }
}
