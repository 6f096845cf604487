/** The whole part of a rank has so many digits; what is put between two others goes on behind them. */
const WHOLE = 8;

const FIRST = '50000000';

/**
 * A rank between two others: digits that sort as text, so that one item can be put between two without touching any other.
 * Behind the last one and before the first one it is the next whole number.
 *
 * @param low null before all others
 * @param high null behind all others
 */
export function rankBetween(low: string | null, high: string | null): string {
  if (high === null) return low === null ? FIRST : wholeOf(low, 1);
  if (low === null) return wholeOf(high, -1);
  let common = '';
  for (let at = 0; ; at++) {
    const below = Number(low[at] ?? 0);
    const above = Number(high[at] ?? 0);
    if (above - below > 1) return (common + String((below + above) >> 1)).padEnd(WHOLE, '0');
    common += String(below);
    if (above > below) return common + digitsAbove(low.slice(at + 1));
  }
}

function wholeOf(rank: string, more: number): string {
  return String(Number(rank.slice(0, WHOLE)) + more).padStart(WHOLE, '0');
}

/** The shortest digits above those, with nothing to stay below of. */
function digitsAbove(digits: string): string {
  for (let at = 0; at < digits.length; at++) {
    const digit = Number(digits[at]);
    if (digit < 9) return digits.slice(0, at) + String((digit + 10) >> 1);
  }
  return `${digits}5`;
}
