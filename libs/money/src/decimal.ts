import { Refusal } from '@meridian/refusal';

/** A decimal number taken apart: `value = digits / 10^scale`. */
export interface Decimal {
  readonly digits: bigint;
  readonly scale: number;
}

const PLAIN = /^([+-]?)(\d{1,40})(?:\.(\d{1,40}))?$/;

/**
 * Reads `-12.50` exactly. The point is the decimal separator whatever the locale; grouping, exponents and blanks are
 * refused rather than guessed at.
 *
 * @throws Refusal `money/not-a-decimal`
 */
export function parseDecimal(text: string): Decimal {
  const match = PLAIN.exec(text);
  if (!match) {
    throw new Refusal(
      'money/not-a-decimal',
      `"${text.slice(0, 60)}" is not a plain decimal number such as -1234.50.`,
      {
        kind: 'unprocessable',
      },
    );
  }
  const [, sign, whole = '', fraction = ''] = match;
  const digits = BigInt(whole + fraction);
  return { digits: sign === '-' ? -digits : digits, scale: fraction.length };
}

/** Writes `digits / 10^scale` with exactly `scale` decimals. Zero has no sign. */
export function writeDecimal(digits: bigint, scale: number): string {
  const sign = digits < 0n ? '-' : '';
  const text = (digits < 0n ? -digits : digits).toString().padStart(scale + 1, '0');
  return scale === 0 ? sign + text : `${sign}${text.slice(0, -scale)}.${text.slice(-scale)}`;
}
