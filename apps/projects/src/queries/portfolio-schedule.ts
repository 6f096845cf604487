import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { visibleProjects } from '@meridian/access';
import { Answers, Asking } from '@meridian/bus';
import { PortfolioSchedule, PortfolioScheduleFigures } from '@meridian/contracts-projects';
import { slipDays } from '../domain/milestone/milestone.js';
import { Database } from '../persistence/database.js';

const AHEAD_DAYS = 30;
const SHOWN = 12;
const DAY_MS = 86_400_000;

@Controller()
export class PortfolioScheduleQuery {
  constructor(private readonly database: Database) {}

  @Answers(PortfolioSchedule)
  async handle(
    @Payload() request: PortfolioSchedule,
    @Ctx() asking: Asking,
  ): Promise<PortfolioScheduleFigures> {
    const today = request.asOf ?? asking.now.toISOString().slice(0, 10);
    const until = new Date(Date.parse(today) + AHEAD_DAYS * DAY_MS).toISOString().slice(0, 10);
    const project = visibleProjects(asking.claims);
    const [projects, plans, open] = await Promise.all([
      this.database.project.count({ where: project }),
      this.database.plan.findMany({ where: { project }, select: { finish: true, baselineFinish: true } }),
      this.database.milestone.findMany({
        where: { isWithdrawn: false, acceptedOn: null, isDone: false, project },
        include: { project: { select: { name: true } } },
        orderBy: [{ forecastOn: 'asc' }, { milestoneId: 'asc' }],
      }),
    ]);
    const ahead = open.filter(({ forecastOn }) => forecastOn >= today);
    return {
      projects,
      withPlan: plans.length,
      late: plans.filter(({ finish, baselineFinish }) => baselineFinish !== null && finish > baselineFinish)
        .length,
      milestonesNext30Days: ahead.filter(({ forecastOn }) => forecastOn <= until).length,
      milestonesSlipped: open.filter((milestone) => slipDays(milestone) > 0).length,
      nextMilestones: ahead.slice(0, SHOWN).map((milestone) => ({
        projectId: milestone.projectId,
        projectName: milestone.project.name,
        milestoneId: milestone.milestoneId,
        name: milestone.name,
        forecastOn: milestone.forecastOn,
        ...(milestone.baselineOn === null ? {} : { baselineOn: milestone.baselineOn }),
        slipDays: slipDays(milestone),
        isShared: milestone.sharedWith.length > 0,
      })),
    };
  }
}
