/**
 * `half-up`: the nearest, ties away from zero (so that a credit rounds like its invoice).
 * `half-even`: the nearest, ties to the even neighbour. `down`: towards zero.
 */
export type Rounding = 'half-up' | 'half-even' | 'down';

/** `numerator / denominator` as a whole number. @throws RangeError when the denominator is zero */
export function roundedQuotient(
  numerator: bigint,
  denominator: bigint,
  rounding: Rounding = 'half-up',
): bigint {
  if (denominator === 0n) throw new RangeError('A quotient needs a denominator other than zero.');
  const isNegative = numerator < 0n !== denominator < 0n;
  const over = magnitude(numerator);
  const under = magnitude(denominator);
  const whole = over / under;
  const size = whole + (isRoundedAway(whole, 2n * (over % under) - under, rounding) ? 1n : 0n);
  return isNegative ? -size : size;
}

/** `pastHalf` is positive above the half, zero on it. */
function isRoundedAway(whole: bigint, pastHalf: bigint, rounding: Rounding): boolean {
  switch (rounding) {
    case 'down':
      return false;
    case 'half-up':
      return pastHalf >= 0n;
    case 'half-even':
      return pastHalf > 0n || (pastHalf === 0n && whole % 2n === 1n);
  }
}

function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value;
}
