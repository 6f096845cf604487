import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Asking } from '@meridian/bus';
import { TeamPerformance, TeamPerformanceFigures } from '@meridian/contracts-resourcing';
import { lastPeriodOver } from '../domain/performance/period.js';
import { personIdIn } from '../persistence/approvers.js';
import { Database } from '../persistence/database.js';
import { isReleased } from '../persistence/performance/reviews.js';

@Controller()
export class TeamPerformanceQuery {
  constructor(private readonly database: Database) {}

  @Answers(TeamPerformance)
  async handle(
    @Payload() request: TeamPerformance,
    @Ctx() { claims, now }: Asking,
  ): Promise<TeamPerformanceFigures> {
    const today = now.toISOString().slice(0, 10);
    const period = request.period ?? lastPeriodOver(today).name;
    const people = await this.database.person.findMany({
      where: { lineManagerId: personIdIn(claims) },
      orderBy: [{ name: 'asc' }, { personId: 'asc' }],
    });
    const reviews = await this.database.performanceReview.findMany({
      where: { period, personId: { in: people.map(({ personId }) => personId) } },
    });
    const byPerson = new Map(reviews.map((review) => [review.personId, review]));
    return {
      period,
      people: people.map(({ personId, name }) => {
        const review = byPerson.get(personId);
        return {
          personId,
          personName: name,
          isSeen: review !== undefined && review.seenAt !== null,
          isReleased: review !== undefined && isReleased(review, today),
          ...(review && { releasedOn: review.releasedOn }),
        };
      }),
    };
  }
}
