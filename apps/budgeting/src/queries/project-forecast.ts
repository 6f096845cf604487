import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { requireVisible } from '@meridian/access';
import { Answers, Asking } from '@meridian/bus';
import { ForecastRange, ProjectForecast } from '@meridian/contracts-budgeting';
import { minorToWire } from '@meridian/money';
import { Refusal } from '@meridian/refusal';
import type { WireForecasts } from '../domain/forecast/forecast-on-wire.js';
import { budgetOf } from '../persistence/budgets.js';
import type { BudgetRow } from '../persistence/budgets.js';
import { Database } from '../persistence/database.js';
import { forecastsOf } from '../persistence/forecasts.js';
import { today } from '../persistence/work.js';

/** At most so many earlier status dates are named: ten years of months. */
const NAMED_DATES = 120;

@Controller()
export class ProjectForecastQuery {
  constructor(private readonly database: Database) {}

  @Answers(ProjectForecast)
  async handle(
    @Payload() { projectId, statusDate }: ProjectForecast,
    @Ctx() asking: Asking,
  ): Promise<ForecastRange> {
    requireVisible(asking.claims, await this.database.project.findUnique({ where: { projectId } }));
    const row = await this.database.budget.findUnique({ where: { projectId } });
    if (row === null) return { projectId, isKept: false, figures: [], keptFor: [] };
    const budget = budgetOf(row);
    const keptFor = await this.keptFor(projectId);
    return statusDate === undefined || statusDate === budget.statusDate
      ? this.latest(budget, today(asking), keptFor)
      : this.kept(projectId, statusDate, keptFor);
  }

  private async latest(budget: BudgetRow, day: string, keptFor: readonly string[]): Promise<ForecastRange> {
    const { statusDate, figuresDate } = budget;
    const said = await forecastsOf(this.database, budget, statusDate ?? figuresDate ?? day);
    const date = statusDate === null ? {} : { statusDate };
    return { ...rangeOf(budget, said), ...date, isKept: false, keptFor };
  }

  private async kept(
    projectId: string,
    statusDate: string,
    keptFor: readonly string[],
  ): Promise<ForecastRange> {
    const kept = await this.database.forecast.findUnique({
      where: { projectId_statusDate: { projectId, statusDate } },
    });
    if (kept !== null) {
      const said = kept.body as unknown as WireForecasts;
      return { ...rangeOf(kept, said), statusDate, isKept: true, keptFor };
    }
    throw new Refusal(
      'budgeting/forecast-not-kept',
      `No forecast of ${statusDate} is kept; it must be a status date that was reported.`,
      { kind: 'not-found' },
    );
  }

  private async keptFor(projectId: string): Promise<readonly string[]> {
    const rows = await this.database.forecast.findMany({
      where: { projectId },
      orderBy: { statusDate: 'desc' },
      take: NAMED_DATES,
      select: { statusDate: true },
    });
    return rows.map(({ statusDate }) => statusDate);
  }
}

function rangeOf(
  { projectId, currency, bacMinor }: Pick<BudgetRow, 'projectId' | 'currency' | 'bacMinor'>,
  said: WireForecasts,
) {
  return {
    projectId,
    ...(currency === null ? {} : { currency, budgetMinor: minorToWire(bacMinor) }),
    ...said,
  };
}
