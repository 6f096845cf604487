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
import { Refusal } from '@meridian/refusal';
import { available, notAvailable, sixDecimals } from '../earned-value/figure.js';
import type { Figure } from '../earned-value/figure.js';

/** Money in (positive) and out (negative) of a business case, in minor units of one currency. */
export interface CashFlows {
  /** At the start, not discounted: the outlay, as a rule. Zero when left out. */
  readonly nowMinor?: bigint;
  /** At the end of period 1, 2, … */
  readonly laterMinor: readonly bigint[];
}

/**
 * Net present value at a rate per period (`'0.1'` for 10 per cent), flows at the ends of their periods, computed exactly
 * and rounded once, half up.
 *
 * @throws Refusal `budgeting/discount-rate` at −100 per cent or less
 */
export function netPresentValue(flows: CashFlows, rate: string): bigint {
  return ratioToWhole(discounted(flowsOf(flows), rate));
}

/** Present value of all that comes in over that of all that goes out. @throws Refusal `budgeting/discount-rate` */
export function profitabilityIndex(flows: CashFlows, rate: string): Figure<string> {
  const all = flowsOf(flows);
  const inflow = discounted(
    all.map((flow) => (flow > 0n ? flow : 0n)),
    rate,
  );
  const outlay = discounted(
    all.map((flow) => (flow < 0n ? -flow : 0n)),
    rate,
  );
  return sixDecimals(
    outlay.numerator > 0n ? available(divideRatios(inflow, outlay)) : notAvailable('no-outlay'),
  );
}

/**
 * Periods until what went out has come back for good, evenly within a period; discounted when a rate is named. A later
 * outlay that takes the sum below zero again moves it on.
 *
 * @throws Refusal `budgeting/discount-rate`
 */
export function paybackPeriods(flows: CashFlows, rate = '0'): Figure<string> {
  const all = flowsOf(flows);
  const factor = discountFactor(rate);
  let [sum, weight] = [ratio(0n), ratio(1n)];
  let back: Figure<Ratio> = available(ratio(0n));
  all.forEach((flow, period) => {
    const before = sum;
    const value = multiplyRatios(ratio(flow), weight);
    sum = addRatios(sum, value);
    weight = multiplyRatios(weight, factor);
    if (sum.numerator < 0n) back = notAvailable('not-paid-back');
    else if (before.numerator < 0n) {
      const share = divideRatios(ratio(-before.numerator, before.denominator), value);
      back = available(addRatios(ratio(BigInt(period - 1)), share));
    }
  });
  return sixDecimals(back);
}

/** The flow now, then those at the ends of the periods. */
export function flowsOf({ nowMinor = 0n, laterMinor }: CashFlows): readonly bigint[] {
  return [nowMinor, ...laterMinor];
}

function discounted(flows: readonly bigint[], rate: string): Ratio {
  const factor = discountFactor(rate);
  return flows.reduceRight((value, flow) => addRatios(ratio(flow), multiplyRatios(value, factor)), ratio(0n));
}

function discountFactor(rate: string): Ratio {
  const growth = addRatios(ratio(1n), ratioFromDecimal(rate));
  if (compareRatios(growth, ratio(0n)) > 0) return divideRatios(ratio(1n), growth);
  throw new Refusal('budgeting/discount-rate', `The discount rate is ${rate}; it must be above -1.`, {
    kind: 'unprocessable',
  });
}
