import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { visibleProjects } from '@meridian/access';
import { Answers, Asking } from '@meridian/bus';
import { PortfolioRaid, PortfolioRaidFigures } from '@meridian/contracts-projects';
import { Database } from '../persistence/database.js';
import { toldEntry, totalsOf } from './told-raid.js';

const SHOWN = 10;

@Controller()
export class PortfolioRaidQuery {
  constructor(private readonly database: Database) {}

  @Answers(PortfolioRaid)
  async handle(@Payload() request: PortfolioRaid, @Ctx() asking: Asking): Promise<PortfolioRaidFigures> {
    const { portfolio, kind, limit = SHOWN } = request;
    const today = asking.now.toISOString().slice(0, 10);
    const where = {
      project: { AND: [visibleProjects(asking.claims), portfolio === undefined ? {} : { portfolio }] },
      ...(kind === undefined ? {} : { kind }),
    };
    const totals = await totalsOf(this.database, where, today);
    const good = { ...where, effect: 'opportunity' };
    const opportunities = await Promise.all(
      totals.map(({ currency }) =>
        this.top({ ...good, currency, exposureMinor: { lt: 0 } }, 'exposureMinor', limit, 'asc'),
      ),
    );
    const [byDays, ...byCost] = await Promise.all([
      this.top({ ...where, exposureCentidays: { gt: 0 } }, 'exposureCentidays', limit),
      ...totals.map(({ currency }) =>
        this.top({ ...where, currency, exposureMinor: { gt: 0 } }, 'exposureMinor', limit),
      ),
    ]);
    return {
      totals,
      topByCost: byCost.flat().map((row) => toldEntry(row, today)),
      topByDays: byDays.map((row) => toldEntry(row, today)),
      topOpportunities: opportunities.flat().map((row) => toldEntry(row, today)),
    };
  }

  private top(
    where: object,
    by: 'exposureMinor' | 'exposureCentidays',
    take: number,
    direction: 'asc' | 'desc' = 'desc',
  ) {
    return this.database.raidEntry.findMany({
      where: { ...where, status: 'open' },
      include: { project: { select: { name: true } } },
      orderBy: [{ [by]: direction }, { entryId: 'asc' }],
      take,
    });
  }
}
