import {
  addRatios,
  compareRatios,
  multiplyRatios,
  ratio,
  ratioToWhole,
  subtractRatios,
} from '@meridian/money';
import type { Money, Ratio } from '@meridian/money';
import { minorRate, rateBetween } from './rate-set.js';
import type { RateSet } from './rate-set.js';

export interface ConvertedParts {
  readonly totalMinor: bigint;
  /** In the order given; they sum to the total, and each is less than one minor unit off. */
  readonly partsMinor: readonly bigint[];
}

/**
 * Amounts of several currencies in one. The exact sum is rounded once, half away from zero; each part gets its exact amount
 * rounded down, and the units left go, one each, to the parts that lost most by it (largest remainder; of equals the earlier).
 *
 * @throws TypeError where the set has no rate for a currency: leave those out before
 */
export function convertParts(parts: readonly Money[], to: string, set: RateSet): ConvertedParts {
  const exact = parts.map(({ amountMinor, currency }) =>
    multiplyRatios(ratio(amountMinor), exactRate(set, currency, to)),
  );
  const totalMinor = ratioToWhole(exact.reduce(addRatios, ratio(0n)));
  const floors = exact.map(floorOf);
  const left = totalMinor - floors.reduce((all, part) => all + part, 0n);
  const byLoss = exact
    .map((one, index) => ({ index, lost: subtractRatios(one, ratio(floors[index] ?? 0n)) }))
    .sort((a, b) => compareRatios(b.lost, a.lost) || a.index - b.index);
  const raised = new Set(byLoss.slice(0, Number(left)).map(({ index }) => index));
  return { totalMinor, partsMinor: floors.map((part, index) => (raised.has(index) ? part + 1n : part)) };
}

function exactRate(set: RateSet, from: string, to: string): Ratio {
  const rate = rateBetween(set, from, to);
  if (rate) return minorRate(rate);
  throw new TypeError(`The rate set ${set.name} does not have both ${from} and ${to}.`);
}

function floorOf({ numerator, denominator }: Ratio): bigint {
  const towardsZero = numerator / denominator;
  return numerator < 0n && numerator % denominator !== 0n ? towardsZero - 1n : towardsZero;
}
