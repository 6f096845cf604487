/** A decimal number as written: `unscaled` / 10^`scale`. */
export interface Decimal {
  readonly unscaled: bigint;
  readonly scale: number;
}

const DECIMAL = /^([+-]?)(\d{0,30})(?:\.(\d{0,30}))?(?:[eE]([+-]?\d{1,2}))?$/;

/** Reads decimal text exactly; undefined when it is no number or has more than 30 digits on a side. */
export function parseDecimal(text: string): Decimal | undefined {
  const match = DECIMAL.exec(text.trim());
  if (match === null) return undefined;
  const [, sign = '', whole = '', fraction = '', exponentText = '0'] = match;
  if (whole === '' && fraction === '') return undefined;
  const scale = fraction.length - Number(exponentText);
  if (Math.abs(scale) > 60) return undefined;
  const magnitude = BigInt(whole + fraction || '0');
  const unscaled = sign === '-' ? -magnitude : magnitude;
  return scale >= 0 ? { unscaled, scale } : { unscaled: unscaled * 10n ** BigInt(-scale), scale: 0 };
}

/** The number times 10^`digits`, rounded half away from zero. */
export function scaledToInteger(value: Decimal, digits: number): bigint {
  const shift = digits - value.scale;
  if (shift >= 0) return value.unscaled * 10n ** BigInt(shift);
  const divisor = 10n ** BigInt(-shift);
  const magnitude = value.unscaled < 0n ? -value.unscaled : value.unscaled;
  const rounded = (magnitude * 2n + divisor) / (divisor * 2n);
  return value.unscaled < 0n ? -rounded : rounded;
}

/** Plain decimal text without an exponent and without needless zeros: `6.25`, `-3`. */
export function decimalText(value: Decimal): string {
  const negative = value.unscaled < 0n;
  const digits = (negative ? -value.unscaled : value.unscaled).toString().padStart(value.scale + 1, '0');
  const whole = digits.slice(0, digits.length - value.scale);
  const fraction = digits.slice(digits.length - value.scale).replace(/0+$/, '');
  return `${negative ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}
