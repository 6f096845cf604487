import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { visibleProjects } from '@meridian/access';
import { Answers, Asking } from '@meridian/bus';
import { PortfolioQuality, PortfolioQualityFigures } from '@meridian/contracts-quality';
import { Database } from '../persistence/database.js';

const STANDS_IN_THE_WAY = { isMandatory: true, state: { in: ['open', 'failed'] } };

@Controller()
export class PortfolioQualityQuery {
  constructor(private readonly database: Database) {}

  @Answers(PortfolioQuality)
  async handle(
    @Payload() request: PortfolioQuality,
    @Ctx() asking: Asking,
  ): Promise<PortfolioQualityFigures> {
    const seen = { isWithdrawn: false, project: visibleProjects(asking.claims) };
    const today = request.asOf ?? asking.now.toISOString().slice(0, 10);
    const { milestone, check } = this.database;
    const [milestones, accepted, ready, overdue, openMandatory] = await Promise.all([
      milestone.count({ where: seen }),
      milestone.count({ where: { ...seen, acceptedOn: { not: null } } }),
      milestone.count({ where: { ...seen, checks: { none: STANDS_IN_THE_WAY, some: {} } } }),
      milestone.count({ where: { ...seen, acceptedOn: null, dueOn: { lt: today } } }),
      check.count({ where: { ...STANDS_IN_THE_WAY, milestone: seen } }),
    ]);
    return { milestones, ready, accepted, openMandatory, overdue };
  }
}
