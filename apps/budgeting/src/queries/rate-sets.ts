import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Asking } from '@meridian/bus';
import { RateSetList, RateSets } from '@meridian/contracts-budgeting';
import { Database } from '../persistence/database.js';
import { rateSetFigures } from '../persistence/rate-sets.js';

const PAGE = 100;

/** Sets of exchange rates, drafts as well: they are no secret. */
@Controller()
export class RateSetsQuery {
  constructor(private readonly database: Database) {}

  @Answers(RateSets)
  async handle(@Payload() { setId, before }: RateSets, @Ctx() _asking: Asking): Promise<RateSetList> {
    const rows = await this.database.rateSet.findMany({
      where: {
        ...(setId === undefined ? {} : { setId }),
        ...(before === undefined ? {} : { fixedOn: { lt: before } }),
      },
      orderBy: [{ fixedOn: 'desc' }, { name: 'asc' }],
      take: PAGE,
    });
    return { sets: rows.map(rateSetFigures) };
  }
}
