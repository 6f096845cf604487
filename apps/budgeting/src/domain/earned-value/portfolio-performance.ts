import { earnedValueFigures } from './earned-value.js';
import { valueOf } from './figure.js';
import { forecastOf } from './money-report.js';

/** Sums over projects, in minor units of one currency. */
export interface MoneySums {
  readonly bacMinor: bigint;
  readonly pvMinor: bigint;
  readonly evMinor: bigint;
  readonly acMinor: bigint;
  readonly committedMinor: bigint;
}

export const NO_MONEY: MoneySums = {
  bacMinor: 0n,
  pvMinor: 0n,
  evMinor: 0n,
  acMinor: 0n,
  committedMinor: 0n,
};

/** Projects whose actual cost is whole enough to say how money performs, and those of which too much labour is withheld. */
export interface PortfolioSums {
  readonly whole: MoneySums;
  readonly withheld: MoneySums;
}

export interface PortfolioPerformance extends MoneySums {
  readonly eacMinor: bigint;
  /** Six decimals; of the projects whose cost is whole, or all that was earned would be divided by a part of what it cost. */
  readonly cpi: string | undefined;
  readonly spi: string | undefined;
}

/** Sums are divided here, never the other way round: an index of a portfolio is no mean of indices (PMI; EIA-748). */
export function portfolioPerformance({ whole, withheld }: PortfolioSums): PortfolioPerformance {
  const sums = added(whole, withheld);
  const figures = earnedValueFigures(whole);
  return {
    ...sums,
    eacMinor:
      forecastOf(whole, figures) +
      forecastOf(withheld, earnedValueFigures({ ...withheld, isCostPartial: true })),
    cpi: valueOf(figures.cpi),
    spi: valueOf(earnedValueFigures(sums).spi),
  };
}

function added(one: MoneySums, other: MoneySums): MoneySums {
  return {
    bacMinor: one.bacMinor + other.bacMinor,
    pvMinor: one.pvMinor + other.pvMinor,
    evMinor: one.evMinor + other.evMinor,
    acMinor: one.acMinor + other.acMinor,
    committedMinor: one.committedMinor + other.committedMinor,
  };
}
