import type { Money } from './money.js';
import { ratio, ratioFromDecimal } from './ratio.js';
import type { Ratio } from './ratio.js';
import { roundedQuotient } from './rounding.js';
import type { Rounding } from './rounding.js';

/** The amount times an exact fraction, rounded once, to the minor unit. */
export function multiply(amount: Money, factor: Ratio, rounding: Rounding = 'half-up'): Money {
  return { amountMinor: multiplyMinor(amount.amountMinor, factor, rounding), currency: amount.currency };
}

/** The same for a bare amount of minor units. */
export function multiplyMinor(amountMinor: bigint, factor: Ratio, rounding: Rounding = 'half-up'): bigint {
  return roundedQuotient(amountMinor * factor.numerator, factor.denominator, rounding);
}

/** `percent` per cent of the amount: `percentOf(money, '12.5')`. @throws Refusal `money/not-a-decimal` */
export function percentOf(amount: Money, percent: string | number, rounding: Rounding = 'half-up'): Money {
  const { numerator, denominator } = ratioFromDecimal(percent);
  return multiply(amount, ratio(numerator, denominator * 100n), rounding);
}
