import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Asking } from '@meridian/bus';
import { ScoringRoundList, ScoringRounds } from '@meridian/contracts-budgeting';
import { Database } from '../persistence/database.js';
import { scoringRoundRecord } from '../persistence/scoring-rounds.js';
import { decidesOnPortfolios, withVisibleCandidates } from '../access/may-see-scores.js';
import { personOf } from '../access/person-of.js';

const PAGE = 50;

@Controller()
export class ScoringRoundsQuery {
  constructor(private readonly database: Database) {}

  @Answers(ScoringRounds)
  async handle(
    @Payload() { portfolio }: ScoringRounds,
    @Ctx() { claims }: Asking,
  ): Promise<ScoringRoundList> {
    const rows = await this.database.scoringRound.findMany({
      where: {
        ...(portfolio === undefined ? {} : { portfolio }),
        ...(decidesOnPortfolios(claims) ? {} : { raterIds: { has: personOf(claims) } }),
      },
      orderBy: [{ recordedAt: 'desc' }, { roundId: 'asc' }],
      take: PAGE,
    });
    return {
      rounds: await withVisibleCandidates(this.database, claims, rows.map(scoringRoundRecord)),
    };
  }
}
