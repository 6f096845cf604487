import {
  addRatios,
  compareRatios,
  divideRatios,
  multiplyRatios,
  ratio,
  ratioFromDecimal,
  ratioToWhole,
} from '@meridian/money';
import type { Ratio } from '@meridian/money';
import { available, chainFigure, mapFigure, notAvailable, sixDecimals } from './figure.js';
import type { Figure } from './figure.js';
import { toCompleteIndex, wholeCost } from './performance-index.js';
import type { EarnedValueTotals } from './performance-index.js';

/**
 * How the remaining work is assumed to go, with the letter the trade's lists give it:
 * `cost-index` (a) BAC/CPI; `planned-rate` (b) AC + (BAC−EV); `cost-and-schedule-index` (c) AC + (BAC−EV)/(CPI×SPI);
 * `weighted-indices` (d) AC + (BAC−EV)/(w1·CPI + w2·SPI); `bottom-up` (e) AC + a new estimate of the rest;
 * `recent-cost-index` (f) AC + (BAC−EV)/CPI of the last three periods.
 */
export type EstimateMethod =
  | 'cost-index'
  | 'planned-rate'
  | 'cost-and-schedule-index'
  | 'weighted-indices'
  | 'bottom-up'
  | 'recent-cost-index';

/** `etc = eac − ac` and `vac = bac − eac` hold for the rounded amounts shown. */
export interface Estimate {
  readonly eacMinor: Figure<bigint>;
  readonly etcMinor: Figure<bigint>;
  readonly vacMinor: Figure<bigint>;
  /** TCPI to reach this estimate, from the unrounded estimate. */
  readonly tcpiEac: Figure<string>;
}

export interface ForecastBasis {
  /** A new estimate of the remaining work, for `bottom-up`. */
  readonly bottomUpEtcMinor?: bigint;
  /** What was earned and spent within the last three periods, for `recent-cost-index`. */
  readonly recent?: { readonly evMinor: bigint; readonly acMinor: bigint };
  /** Weights of `weighted-indices` as decimals; 0.8 and 0.2 when left out. */
  readonly weights?: { readonly cpi: string; readonly spi: string };
  /** SPI(t) of earned schedule, to stand in for SPI, which ends at 1 however late the work is. */
  readonly scheduleIndex?: Figure<Ratio>;
}

interface Indices {
  readonly cpi: Figure<Ratio>;
  readonly spi: Figure<Ratio>;
}

/** All estimates at completion, each rounded once, half up. */
export function estimatesAtCompletion(
  totals: EarnedValueTotals,
  indices: Indices,
  basis: ForecastBasis,
): Readonly<Record<EstimateMethod, Estimate>> {
  const { cpi } = indices;
  const spi = basis.scheduleIndex ?? indices.spi;
  const weights = basis.weights ?? { cpi: '0.8', spi: '0.2' };
  const both = (combine: (cost: Ratio, schedule: Ratio) => Ratio): Figure<Ratio> =>
    chainFigure(cpi, (cost) => mapFigure(spi, (schedule) => combine(cost, schedule)));
  const weighted = (cost: Ratio, schedule: Ratio): Ratio =>
    addRatios(
      multiplyRatios(ratioFromDecimal(weights.cpi), cost),
      multiplyRatios(ratioFromDecimal(weights.spi), schedule),
    );
  const at = (performance: Figure<Ratio>): Estimate => estimate(totals, remainderAt(totals, performance));
  return {
    'cost-index': at(cpi),
    'planned-rate': at(available(ratio(1n))),
    'cost-and-schedule-index': at(both(multiplyRatios)),
    'weighted-indices': at(both(weighted)),
    'bottom-up': estimate(
      totals,
      basis.bottomUpEtcMinor === undefined
        ? notAvailable('no-bottom-up-estimate')
        : available(ratio(basis.bottomUpEtcMinor)),
    ),
    'recent-cost-index': at(recentCostIndex(basis)),
  };
}

/** The lowest and highest of the estimates that can be stated. */
export function eacRange(
  estimates: Readonly<Record<EstimateMethod, Estimate>>,
): Figure<{ readonly lowestMinor: bigint; readonly highestMinor: bigint }> {
  const amounts = Object.values(estimates).flatMap(({ eacMinor }) =>
    eacMinor.state === 'available' ? [eacMinor.value] : [],
  );
  const [first, ...others] = amounts;
  if (first === undefined) return notAvailable('no-actual-cost');
  return available({
    lowestMinor: others.reduce((low, amount) => (amount < low ? amount : low), first),
    highestMinor: others.reduce((high, amount) => (amount > high ? amount : high), first),
  });
}

/** (BAC − EV) / performance: what the rest will cost if it goes at this performance. */
function remainderAt({ bacMinor, evMinor }: EarnedValueTotals, performance: Figure<Ratio>): Figure<Ratio> {
  return chainFigure(performance, (index) =>
    compareRatios(index, ratio(0n)) > 0
      ? available(divideRatios(ratio(bacMinor - evMinor), index))
      : notAvailable('no-earned-value'),
  );
}

function recentCostIndex({ recent }: ForecastBasis): Figure<Ratio> {
  if (!recent) return notAvailable('no-recent-periods');
  return recent.acMinor > 0n
    ? available(ratio(recent.evMinor, recent.acMinor))
    : notAvailable('no-actual-cost');
}

function estimate(totals: EarnedValueTotals, remainder: Figure<Ratio>): Estimate {
  const eac = chainFigure(wholeCost(totals), (cost) =>
    mapFigure(remainder, (rest) => addRatios(ratio(cost), rest)),
  );
  const eacMinor = mapFigure(eac, (value) => ratioToWhole(value));
  return {
    eacMinor,
    etcMinor: mapFigure(eacMinor, (value) => value - totals.acMinor),
    vacMinor: mapFigure(eacMinor, (value) => totals.bacMinor - value),
    tcpiEac: sixDecimals(chainFigure(eac, (goal) => toCompleteIndex(totals, goal))),
  };
}
