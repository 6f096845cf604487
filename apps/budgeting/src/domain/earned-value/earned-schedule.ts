import {
  addRatios,
  compareRatios,
  divideRatios,
  multiplyRatios,
  ratio,
  ratioFromDecimal,
  ratioToDecimal,
  subtractRatios,
} from '@meridian/money';
import type { Ratio } from '@meridian/money';
import { Refusal } from '@meridian/refusal';
import { available, chainFigure, mapFigure, notAvailable, sixDecimals } from './figure.js';
import type { Figure } from './figure.js';

export interface ScheduleStatus {
  /** Planned value at the end of period 1, 2, …, cumulative. The last one is the budget at completion. */
  readonly cumulativePvMinor: readonly bigint[];
  readonly evMinor: bigint;
  /** Actual time: periods gone since the start, whole or decimal. For finished work, the time of its finish. */
  readonly actualTime: string | number;
  /** CPI, for the forecast that weighs cost in. */
  readonly cpi?: Figure<Ratio>;
}

/** All times are in periods of the curve; decimal strings with six decimals. */
export interface EarnedScheduleFigures {
  readonly plannedDuration: number;
  readonly earnedSchedule: string;
  /** SV(t) = ES − AT. */
  readonly svTime: string;
  /** SPI(t) = ES / AT. */
  readonly spiTime: Figure<string>;
  /** The same, exact: what `ForecastBasis.scheduleIndex` takes. */
  readonly spiTimeExact: Figure<Ratio>;
  /** IEAC(t): when the work will be finished if the rest goes as planned, at SPI(t), or at CPI × SPI(t). */
  readonly ieacTime: {
    readonly atPlannedRate: string;
    readonly atTimeIndex: Figure<string>;
    readonly atCriticalRatio: Figure<string>;
  };
  /** TSPI = (PD − ES) / (PD − AT): the time performance needed to finish on the planned date. */
  readonly tspi: Figure<string>;
}

/**
 * Earned schedule (Lipke): ES = C + I, where C is the number of whole periods whose planned value is earned and I the
 * part earned of the next. Among equal successive planned values the last counts. Everything earned: ES = PD.
 *
 * @throws Refusal `budgeting/no-planned-value`, `budgeting/planned-value-falls`
 */
export function earnedSchedule(status: ScheduleStatus): EarnedScheduleFigures {
  const plannedDuration = plannedPeriods(status.cumulativePvMinor);
  const pd = ratio(BigInt(plannedDuration));
  const at = ratioFromDecimal(status.actualTime);
  const es = timeEarned(status.cumulativePvMinor.slice(0, plannedDuration), status.evMinor);
  const spiTimeExact: Figure<Ratio> =
    at.numerator > 0n ? available(divideRatios(es, at)) : notAvailable('no-time-elapsed');
  const criticalRatio = chainFigure(status.cpi ?? notAvailable('no-actual-cost'), (cpi) =>
    mapFigure(spiTimeExact, (spi) => multiplyRatios(cpi, spi)),
  );
  const finishAt = (performance: Figure<Ratio>): Figure<string> =>
    sixDecimals(finishTime(pd, at, es, performance));
  return {
    plannedDuration,
    earnedSchedule: ratioToDecimal(es, 6),
    svTime: ratioToDecimal(subtractRatios(es, at), 6),
    spiTime: sixDecimals(spiTimeExact),
    spiTimeExact,
    ieacTime: {
      atPlannedRate: ratioToDecimal(addRatios(at, subtractRatios(pd, es)), 6),
      atTimeIndex: finishAt(spiTimeExact),
      atCriticalRatio: finishAt(criticalRatio),
    },
    tspi: sixDecimals(toCompleteTimeIndex(pd, at, es)),
  };
}

/** The first period at whose end the whole budget is planned. */
function plannedPeriods(cumulative: readonly bigint[]): number {
  cumulative.forEach((value, index) => {
    const before = cumulative[index - 1] ?? 0n;
    if (value < before) {
      throw new Refusal(
        'budgeting/planned-value-falls',
        `Cumulative planned value falls from ${before} to ${value} in period ${index + 1}; it can only stay or rise.`,
        { kind: 'unprocessable' },
      );
    }
  });
  const budget = cumulative.at(-1) ?? 0n;
  if (budget > 0n) return cumulative.indexOf(budget) + 1;
  throw new Refusal('budgeting/no-planned-value', 'Earned schedule needs a plan with a budget above zero.', {
    kind: 'unprocessable',
  });
}

function timeEarned(cumulative: readonly bigint[], evMinor: bigint): Ratio {
  const next = cumulative.findIndex((value) => value > evMinor);
  if (next === -1) return ratio(BigInt(cumulative.length));
  const before = cumulative[next - 1] ?? 0n;
  const whole = ratio(BigInt(next));
  return evMinor <= before
    ? whole
    : addRatios(whole, ratio(evMinor - before, (cumulative[next] as bigint) - before));
}

/** AT + (PD − ES) / performance; at SPI(t) this equals PD / SPI(t). */
function finishTime(pd: Ratio, at: Ratio, es: Ratio, performance: Figure<Ratio>): Figure<Ratio> {
  return chainFigure(performance, (index) =>
    index.numerator > 0n
      ? available(addRatios(at, divideRatios(subtractRatios(pd, es), index)))
      : notAvailable('no-earned-value'),
  );
}

function toCompleteTimeIndex(pd: Ratio, at: Ratio, es: Ratio): Figure<Ratio> {
  const workLeft = subtractRatios(pd, es);
  if (compareRatios(pd, at) > 0) return available(divideRatios(workLeft, subtractRatios(pd, at)));
  return notAvailable(workLeft.numerator > 0n ? 'not-achievable' : 'work-complete');
}
