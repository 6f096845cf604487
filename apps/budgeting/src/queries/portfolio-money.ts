import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { hasRole, visibleProjects } from '@meridian/access';
import { Answers, Asking } from '@meridian/bus';
import {
  CurrencyTotals,
  PortfolioMoney,
  PortfolioMoneyFigures,
  UncodedCost,
} from '@meridian/contracts-budgeting';
import { minorToWire } from '@meridian/money';
import { costCurve, onWire } from '../domain/plan/cost-curve.js';
import { portfolioPerformance } from '../domain/earned-value/portfolio-performance.js';
import { Database } from '../persistence/database.js';
import { earnedMonths, plannedMonths, sumsByCurrency, waitingByCode } from '../persistence/portfolio.js';
import type { CurrencyMonth, CurrencySums } from '../persistence/portfolio.js';

@Controller()
export class PortfolioMoneyQuery {
  constructor(private readonly database: Database) {}

  @Answers(PortfolioMoney)
  async handle(
    @Payload() { portfolio }: PortfolioMoney,
    @Ctx() { claims }: Asking,
  ): Promise<PortfolioMoneyFigures> {
    const projectIds = await this.seen(visibleProjects(claims), portfolio);
    const [sums, planned, earned, uncoded] = await Promise.all([
      sumsByCurrency(this.database, projectIds),
      plannedMonths(this.database, projectIds),
      earnedMonths(this.database, projectIds),
      // Nobody's cost is everybody's until it has a project: only who answers for all money is shown it.
      hasRole(claims, ['pmo-manager', 'sponsor']) ? this.uncoded() : [],
    ]);
    return { totals: sums.map((one) => totalsOf(one, planned, earned)), uncoded };
  }

  private async seen(visible: Record<string, unknown>, portfolio: string | undefined): Promise<string[]> {
    const where = portfolio === undefined ? visible : { AND: [visible, { portfolio }] };
    const projects = await this.database.project.findMany({ where, select: { projectId: true } });
    return projects.map(({ projectId }) => projectId);
  }

  private async uncoded(): Promise<UncodedCost[]> {
    const waiting = await waitingByCode(this.database);
    return waiting.map((one) => ({ ...one, amountMinor: minorToWire(one.amountMinor) }));
  }
}

function totalsOf(
  sums: CurrencySums,
  planned: readonly CurrencyMonth<'plannedMinor'>[],
  earned: readonly CurrencyMonth<'evMinor' | 'acMinor'>[],
): CurrencyTotals {
  const { currency, projects, withheldProjects, breached } = sums;
  const { cpi, spi, ...amounts } = portfolioPerformance(sums);
  const own = (month: { readonly currency: string }): boolean => month.currency === currency;
  return {
    currency,
    projects,
    ...(withheldProjects === 0 ? {} : { withheldProjects }),
    bacMinor: minorToWire(amounts.bacMinor),
    pvMinor: minorToWire(amounts.pvMinor),
    evMinor: minorToWire(amounts.evMinor),
    acMinor: minorToWire(amounts.acMinor),
    committedMinor: minorToWire(amounts.committedMinor),
    eacMinor: minorToWire(amounts.eacMinor),
    ...(cpi === undefined ? {} : { cpi }),
    ...(spi === undefined ? {} : { spi }),
    breached,
    curve: costCurve(planned.filter(own), earned.filter(own)).map(onWire),
  };
}
