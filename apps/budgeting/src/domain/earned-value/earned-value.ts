import { multiplyRatios, ratio } from '@meridian/money';
import { estimatesAtCompletion } from './estimate-at-completion.js';
import type { Estimate, EstimateMethod, ForecastBasis } from './estimate-at-completion.js';
import { available, chainFigure, mapFigure, notAvailable, sixDecimals } from './figure.js';
import type { Figure } from './figure.js';
import { performanceIndices, toCompleteIndex } from './performance-index.js';
import type { EarnedValueTotals } from './performance-index.js';

/** Indices are decimal strings with six decimals; amounts are whole minor units. */
export interface EarnedValueFigures extends EarnedValueTotals {
  readonly cvMinor: bigint;
  readonly svMinor: bigint;
  readonly cpi: Figure<string>;
  readonly spi: Figure<string>;
  /** CPI × SPI. */
  readonly criticalRatio: Figure<string>;
  /** Shares of the budget at completion, 1.000000 being all of it. */
  readonly shareComplete: Figure<string>;
  readonly shareSpent: Figure<string>;
  readonly tcpiBac: Figure<string>;
  readonly estimates: Readonly<Record<EstimateMethod, Estimate>>;
}

/**
 * Cost and schedule performance of summed figures (PMI, ISO 21508, EIA-748): CV = EV − AC, SV = EV − PV, CPI = EV/AC,
 * SPI = EV/PV. An index with nothing below the line is not available. Computed on exact fractions, rounded once.
 */
export function earnedValueFigures(totals: EarnedValueTotals, basis: ForecastBasis = {}): EarnedValueFigures {
  const { bacMinor, pvMinor, evMinor, acMinor } = totals;
  const { cpi, spi } = performanceIndices(totals);
  return {
    bacMinor,
    pvMinor,
    evMinor,
    acMinor,
    cvMinor: evMinor - acMinor,
    svMinor: evMinor - pvMinor,
    cpi: sixDecimals(cpi),
    spi: sixDecimals(spi),
    criticalRatio: sixDecimals(
      chainFigure(cpi, (cost) => mapFigure(spi, (schedule) => multiplyRatios(cost, schedule))),
    ),
    shareComplete: sixDecimals(
      bacMinor > 0n ? available(ratio(evMinor, bacMinor)) : notAvailable('no-budget'),
    ),
    shareSpent: sixDecimals(bacMinor > 0n ? available(ratio(acMinor, bacMinor)) : notAvailable('no-budget')),
    tcpiBac: sixDecimals(toCompleteIndex(totals, ratio(bacMinor))),
    estimates: estimatesAtCompletion(totals, { cpi, spi }, basis),
  };
}
