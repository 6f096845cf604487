import {
  addRatios,
  compareRatios,
  divideRatios,
  multiplyRatios,
  ratio,
  ratioFromDecimal,
  subtractRatios,
} from '@meridian/money';
import type { Ratio } from '@meridian/money';
import { earnedSchedule } from '../earned-value/earned-schedule.js';
import { available, chainFigure, mapFigure, notAvailable } from '../earned-value/figure.js';
import type { Figure } from '../earned-value/figure.js';
import { performanceIndices } from '../earned-value/performance-index.js';
import type { EarnedValueTotals } from '../earned-value/performance-index.js';
import type { TimeStatus } from './time-status.js';

/**
 * How long the whole is assumed to take, from earned value alone. PV: the planned value method (Anbari 2003). ED: earned
 * duration (Jacob and Kane 2004), ED = AT × SPI. ES: earned schedule (Lipke 2003, Henderson 2004). Each assumes of the
 * rest that it goes as planned (1), as fast as so far (2), or as fast and as dear as so far (3). In the notation of
 * Vandevoorde and Vanhoucke, International Journal of Project Management 24 (2006) 289.
 */
export type FinishMethod =
  | 'planned-value-1'
  | 'planned-value-2'
  | 'planned-value-3'
  | 'earned-duration-1'
  | 'earned-duration-2'
  | 'earned-duration-3'
  | 'earned-schedule-1'
  | 'earned-schedule-2'
  | 'earned-schedule-3';

export type FinishForecasts = Readonly<Record<FinishMethod, Figure<Ratio>>>;

/** The whole duration in working days, from the first planned day, by each method. */
export function finishForecasts(totals: EarnedValueTotals, time: TimeStatus): FinishForecasts {
  const { bacMinor, pvMinor, evMinor } = totals;
  const { cpi, spi } = performanceIndices(totals);
  const both = chainFigure(cpi, (cost) => mapFigure(spi, (schedule) => multiplyRatios(cost, schedule)));
  const pd = ratio(BigInt(time.plannedDuration));
  const at = ratio(BigInt(time.actualTime));
  const earnedLater = multiplyRatios(pd, ratio(pvMinor - evMinor, bacMinor > 0n ? bacMinor : 1n));
  const durationEarned = mapFigure(spi, (index) => multiplyRatios(at, index));
  const longest = compareRatios(pd, at) > 0 ? pd : at;
  const rest = mapFigure(durationEarned, (earned) => subtractRatios(longest, earned));
  const afterNow = (performance: Figure<Ratio>): Figure<Ratio> =>
    chainFigure(rest, (left) =>
      mapFigure(quotient(left, performance), (duration) => addRatios(at, duration)),
    );
  return {
    'planned-value-1':
      pvMinor > 0n ? available(addRatios(pd, earnedLater)) : notAvailable('no-planned-value'),
    'planned-value-2': quotient(pd, spi),
    'planned-value-3': quotient(pd, both),
    'earned-duration-1': afterNow(available(ratio(1n))),
    'earned-duration-2': afterNow(spi),
    'earned-duration-3': afterNow(both),
    ...byEarnedSchedule(totals, time),
  };
}

function byEarnedSchedule(totals: EarnedValueTotals, time: TimeStatus) {
  const { ieacTime } = earnedSchedule({
    cumulativePvMinor: time.cumulativePvMinor,
    evMinor: totals.evMinor,
    actualTime: time.actualTime,
    cpi: performanceIndices(totals).cpi,
  });
  const hasBegun = time.actualTime > 0;
  return {
    'earned-schedule-1': hasBegun
      ? available(ratioFromDecimal(ieacTime.atPlannedRate))
      : notAvailable('no-time-elapsed'),
    'earned-schedule-2': mapFigure(ieacTime.atTimeIndex, ratioFromDecimal),
    'earned-schedule-3': mapFigure(ieacTime.atCriticalRatio, ratioFromDecimal),
  };
}

/** Where nothing is earned, no rate is known at which it would end. */
function quotient(amount: Ratio, performance: Figure<Ratio>): Figure<Ratio> {
  return chainFigure(performance, (index) =>
    index.numerator > 0n ? available(divideRatios(amount, index)) : notAvailable('no-earned-value'),
  );
}
