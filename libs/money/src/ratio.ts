import { parseDecimal, writeDecimal } from './decimal.js';
import { roundedQuotient } from './rounding.js';
import type { Rounding } from './rounding.js';

/** An exact fraction in lowest terms; the denominator is positive. */
export interface Ratio {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** @throws RangeError when the denominator is zero */
export function ratio(numerator: bigint, denominator: bigint = 1n): Ratio {
  if (denominator === 0n) throw new RangeError('A ratio needs a denominator other than zero.');
  const divisor = greatestCommonDivisor(numerator, denominator) * (denominator < 0n ? -1n : 1n);
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

/**
 * Reads `0.875` exactly. A number is taken by its shortest decimal form, so 33.3 means 333/10.
 *
 * @throws Refusal `money/not-a-decimal`
 */
export function ratioFromDecimal(value: string | number): Ratio {
  const { digits, scale } = parseDecimal(String(value));
  return ratio(digits, 10n ** BigInt(scale));
}

/** Writes the fraction with exactly `decimals` digits after the point. */
export function ratioToDecimal(value: Ratio, decimals: number, rounding: Rounding = 'half-up'): string {
  return writeDecimal(
    roundedQuotient(value.numerator * 10n ** BigInt(decimals), value.denominator, rounding),
    decimals,
  );
}

/** The nearest whole number. */
export function ratioToWhole(value: Ratio, rounding: Rounding = 'half-up'): bigint {
  return roundedQuotient(value.numerator, value.denominator, rounding);
}

export function addRatios(a: Ratio, b: Ratio): Ratio {
  return ratio(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

export function subtractRatios(a: Ratio, b: Ratio): Ratio {
  return ratio(a.numerator * b.denominator - b.numerator * a.denominator, a.denominator * b.denominator);
}

export function multiplyRatios(a: Ratio, b: Ratio): Ratio {
  return ratio(a.numerator * b.numerator, a.denominator * b.denominator);
}

/** @throws RangeError when `b` is zero */
export function divideRatios(a: Ratio, b: Ratio): Ratio {
  return ratio(a.numerator * b.denominator, a.denominator * b.numerator);
}

/** Negative, zero or positive as `a` is below, equal to or above `b`. */
export function compareRatios(a: Ratio, b: Ratio): -1 | 0 | 1 {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference === 0n ? 0 : difference < 0n ? -1 : 1;
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [larger, smaller] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}
