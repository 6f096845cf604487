import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { visibleProjects } from '@meridian/access';
import { Answers, Asking } from '@meridian/bus';
import { ReportedAmounts, ReportedMoney, ReportedMoneyFigures } from '@meridian/contracts-budgeting';
import { minorDigits, minorToWire } from '@meridian/money';
import { Refusal } from '@meridian/refusal';
import type { RateSet } from '../domain/currencies/rate-set.js';
import { reportedMoney, unconverted } from '../domain/currencies/reported-money.js';
import type { Amounts, FunctionalSum, ReportedTotals } from '../domain/currencies/reported-money.js';
import { portfolioPerformance } from '../domain/earned-value/portfolio-performance.js';
import type { MoneySums } from '../domain/earned-value/portfolio-performance.js';
import { Database } from '../persistence/database.js';
import { sumsByCurrency } from '../persistence/portfolio.js';
import type { CurrencySums } from '../persistence/portfolio.js';
import { approvedRateSet, named } from '../persistence/rate-sets.js';

interface Rates {
  readonly currency: string;
  readonly rates: RateSet;
  readonly compared: RateSet | undefined;
}

/** Money of many functional currencies in the one of the report, with the rates it was converted with. */
@Controller()
export class ReportedMoneyQuery {
  constructor(private readonly database: Database) {}

  @Answers(ReportedMoney)
  async handle(@Payload() asked: ReportedMoney, @Ctx() { claims }: Asking): Promise<ReportedMoneyFigures> {
    const { portfolio } = asked;
    const { currency, rates, compared } = await this.ratesOf(asked);
    const sums = await this.sums(visibleProjects(claims), portfolio);
    const missing = unconverted(sums.map(functionalSum), currency, compared ? [rates, compared] : [rates]);
    const known = sums.filter((sum) => !missing.includes(sum.currency));
    const reported = reportedMoney(known.map(functionalSum), currency, { rates, compared });
    const convertedPart = (part: 'whole' | 'withheld'): MoneySums =>
      reportedMoney(
        known.map((sums) => ({ currency: sums.currency, amounts: { ...sums[part], eacMinor: 0n } })),
        currency,
        { rates },
      ).totals;
    const { cpi, spi } = portfolioPerformance({
      whole: convertedPart('whole'),
      withheld: convertedPart('withheld'),
    });
    return {
      ...(portfolio === undefined ? {} : { portfolio }),
      currency,
      rateSet: named(rates),
      ...(compared === undefined ? {} : { comparedSet: named(compared), exchange: effectOf(reported) }),
      totals: onWire(reported.totals),
      ...(cpi === undefined ? {} : { cpi }),
      ...(spi === undefined ? {} : { spi }),
      parts: reported.parts.map((part, index) => ({
        functionalCurrency: part.currency,
        projects: known[index]?.projects ?? 0,
        amounts: onWire(part.amounts),
        ...(compared === undefined ? {} : differencesOf(part)),
      })),
      unconverted: missing,
    };
  }

  /** What is asked for goes before what was set for the portfolio. */
  private async ratesOf(asked: ReportedMoney): Promise<Rates> {
    const { portfolio } = asked;
    const set =
      portfolio === undefined
        ? null
        : await this.database.reportingCurrency.findUnique({ where: { portfolio } });
    const currency = asked.currency ?? set?.currency;
    const setId = asked.setId ?? set?.setId;
    const comparedSetId = asked.comparedSetId ?? set?.comparedSetId ?? undefined;
    if (currency === undefined || setId === undefined) {
      throw new Refusal(
        'budgeting/reporting-currency-needed',
        'Name a currency and a set of exchange rates, or a portfolio for which both were set.',
        { kind: 'unprocessable' },
      );
    }
    minorDigits(currency);
    const compared = comparedSetId === undefined ? undefined : approvedRateSet(this.database, comparedSetId);
    return { currency, rates: await approvedRateSet(this.database, setId), compared: await compared };
  }

  private async sums(
    visible: Record<string, unknown>,
    portfolio: string | undefined,
  ): Promise<CurrencySums[]> {
    const where = portfolio === undefined ? visible : { AND: [visible, { portfolio }] };
    const projects = await this.database.project.findMany({ where, select: { projectId: true } });
    return sumsByCurrency(
      this.database,
      projects.map(({ projectId }) => projectId),
    );
  }
}

/** The forecast is made in the functional currency and converted, like all other amounts. */
function functionalSum(sums: CurrencySums): FunctionalSum {
  const { cpi: _cpi, spi: _spi, ...amounts } = portfolioPerformance(sums);
  return { currency: sums.currency, amounts };
}

function onWire(amounts: Amounts): ReportedAmounts {
  const entries = Object.entries(amounts).map(([name, amount]) => [name, minorToWire(amount)]);
  return Object.fromEntries(entries) as ReportedAmounts;
}

function differencesOf(part: ReportedTotals['parts'][number]) {
  return {
    actualDifferenceMinor: minorToWire(part.actualDifferenceMinor),
    toCompleteDifferenceMinor: minorToWire(part.toCompleteDifferenceMinor),
  };
}

function effectOf({ exchange: { actual, toComplete } }: ReportedTotals) {
  return {
    actualGainMinor: minorToWire(actual.gainMinor),
    actualLossMinor: minorToWire(actual.lossMinor),
    toCompleteGainMinor: minorToWire(toComplete.gainMinor),
    toCompleteLossMinor: minorToWire(toComplete.lossMinor),
  };
}
