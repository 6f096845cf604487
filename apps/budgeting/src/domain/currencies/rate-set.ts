import { divideRatios, minorDigits, multiplyRatios, ratio, ratioFromDecimal } from '@meridian/money';
import type { FrozenRate, Ratio } from '@meridian/money';
import { Refusal } from '@meridian/refusal';
import { dayNumber } from '../plan/calendar-day.js';

/** Exchange rates of a day, all against one base: what one unit of a currency is worth in it, as decimal text. */
export interface RateSet {
  readonly setId: string;
  readonly name: string;
  /** `YYYY-MM-DD` */
  readonly fixedOn: string;
  readonly base: string;
  readonly rates: readonly { readonly currency: string; readonly rate: string }[];
}

/** @throws Refusal `budgeting/exchange-rates`, `budgeting/not-a-date`, `money/unknown-currency` */
export function requireRateSet(set: RateSet): void {
  dayNumber(set.fixedOn);
  minorDigits(set.base);
  const currencies = [set.base, ...set.rates.map(({ currency }) => currency)];
  currencies.forEach((currency) => minorDigits(currency));
  const isUnique = new Set(currencies).size === currencies.length;
  if (isUnique && set.rates.every(({ rate }) => ratioFromDecimal(rate).numerator > 0n)) return;
  throw new Refusal(
    'budgeting/exchange-rates',
    `A set names every currency but its base (${set.base}) once, with a rate above zero.`,
    { kind: 'unprocessable' },
  );
}

/**
 * The rate from one currency to another, exactly, by way of the base: so there and back is one, and no way round is cheaper.
 * Undefined where the set does not have one of them.
 */
export function rateBetween(set: RateSet, from: string, to: string): FrozenRate | undefined {
  const [worth, unit] = [worthInBase(set, from), worthInBase(set, to)];
  if (worth === undefined || unit === undefined) return undefined;
  return { from, to, rate: divideRatios(worth, unit), fixedOn: set.fixedOn };
}

/** The set that money of a day is converted with: the one fixed last, not after the day, that has both currencies. */
export function setOn(
  sets: readonly RateSet[],
  on: string,
  [from, to]: readonly [from: string, to: string],
): RateSet | undefined {
  return sets
    .filter((set) => set.fixedOn <= on && rateBetween(set, from, to) !== undefined)
    .reduce<RateSet | undefined>(
      (last, set) => (last && last.fixedOn >= set.fixedOn ? last : set),
      undefined,
    );
}

/** Minor units of the target for one minor unit of the source. */
export function minorRate({ from, to, rate }: FrozenRate): Ratio {
  const shift = ratio(10n ** BigInt(minorDigits(to)), 10n ** BigInt(minorDigits(from)));
  return multiplyRatios(rate, shift);
}

function worthInBase({ base, rates }: RateSet, currency: string): Ratio | undefined {
  if (currency === base) return ratio(1n);
  const found = rates.find((one) => one.currency === currency);
  return found && ratioFromDecimal(found.rate);
}
