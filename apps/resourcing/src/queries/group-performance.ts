import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Asking } from '@meridian/bus';
import { GroupPerformance, GroupPerformanceFigures } from '@meridian/contracts-resourcing';
import { groupShares, SMALLEST_GROUP } from '../domain/performance/group-figures.js';
import { groupsMadeOn, lastPeriodOver, periodNamed } from '../domain/performance/period.js';
import { personIdIn } from '../persistence/approvers.js';
import { Database } from '../persistence/database.js';
import { sumsOf } from '../persistence/performance/group-reviews.js';

@Controller()
export class GroupPerformanceQuery {
  constructor(private readonly database: Database) {}

  @Answers(GroupPerformance)
  async handle(
    @Payload() request: GroupPerformance,
    @Ctx() { claims, now }: Asking,
  ): Promise<GroupPerformanceFigures> {
    const period = request.period ?? lastPeriodOver(now.toISOString().slice(0, 10)).name;
    const caller = personIdIn(claims);
    const [groups, reports] = await Promise.all([
      this.database.groupReview.findMany({ where: { period }, orderBy: { orgUnit: 'asc' } }),
      this.database.person.findMany({ where: { lineManagerId: caller }, select: { personId: true } }),
    ]);
    const known = new Set([caller, ...reports.map(({ personId }) => personId)]);
    return {
      period,
      madeOn: groupsMadeOn(periodNamed(period)),
      smallestGroup: SMALLEST_GROUP,
      groups: groups.map((group) => {
        const figures = groupShares(sumsOf(group), known);
        return { orgUnit: group.orgUnit, isHidden: figures.length === 0, figures };
      }),
    };
  }
}
