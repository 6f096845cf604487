import { digitsOf } from './format-money.js';

/**
 * What a person typed as an amount, in minor units: `1 250.5` of EUR is `125050`. Digits never pass through a float.
 * Undefined for what is no amount, or has more decimals than the currency.
 */
export function toMinor(typed: string, currency: string): string | undefined {
  const plain = typed.replace(/[\s_']/g, '');
  const [, sign, whole, fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(plain) ?? [];
  const digits = digitsOf(currency);
  if (whole === undefined || fraction.length > digits) return undefined;
  const minor = (whole + fraction.padEnd(digits, '0')).replace(/^0+(?=\d)/, '');
  return minor === '0' ? minor : `${sign}${minor}`;
}

/** Minor units as one types them: `125050` of EUR is `1250.50`, `125000` is `1250`. */
export function toTyped(minor: string, currency: string): string {
  const digits = digitsOf(currency);
  const sign = minor.startsWith('-') ? '-' : '';
  const plain = minor.replace('-', '').padStart(digits + 1, '0');
  const whole = plain.slice(0, plain.length - digits);
  const fraction = plain.slice(plain.length - digits);
  return /^0*$/.test(fraction) ? sign + whole : `${sign}${whole}.${fraction}`;
}
