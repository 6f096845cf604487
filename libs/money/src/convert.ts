import type { Currency } from './currency.js';
import { minorDigits } from './currency.js';
import { requireSameCurrency } from './money.js';
import type { Money } from './money.js';
import { ratio, ratioFromDecimal } from './ratio.js';
import type { Ratio } from './ratio.js';
import { roundedQuotient } from './rounding.js';
import type { Rounding } from './rounding.js';

/** A rate as it was agreed on a date: one major unit of `from` is worth `rate` major units of `to`. It never changes. */
export interface FrozenRate {
  readonly from: Currency;
  readonly to: Currency;
  readonly rate: Ratio;
  /** The date the rate was fixed, `YYYY-MM-DD`. */
  readonly fixedOn: string;
}

/** A rate from its decimal text. @throws Refusal `money/not-a-decimal`, `money/unknown-currency`; RangeError unless positive */
export function frozenRate(rate: {
  from: Currency;
  to: Currency;
  rate: string;
  fixedOn: string;
}): FrozenRate {
  minorDigits(rate.from);
  minorDigits(rate.to);
  const exact = ratioFromDecimal(rate.rate);
  if (exact.numerator <= 0n) throw new RangeError(`The rate is ${rate.rate}; it must be above zero.`);
  return { ...rate, rate: exact };
}

/** The amount in the rate's target currency, rounded once. @throws Refusal `money/currency-mismatch` */
export function convert(amount: Money, rate: FrozenRate, rounding: Rounding = 'half-up'): Money {
  requireSameCurrency(amount, { currency: rate.from });
  const numerator = amount.amountMinor * rate.rate.numerator * 10n ** BigInt(minorDigits(rate.to));
  const denominator = rate.rate.denominator * 10n ** BigInt(minorDigits(rate.from));
  return { amountMinor: roundedQuotient(numerator, denominator, rounding), currency: rate.to };
}

/** The same rate the other way round, exactly. */
export function inverse(rate: FrozenRate): FrozenRate {
  return { ...rate, from: rate.to, to: rate.from, rate: ratio(rate.rate.denominator, rate.rate.numerator) };
}
