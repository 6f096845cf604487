import { Refusal } from '@meridian/refusal';
import { minorDigits } from './currency.js';
import type { Currency } from './currency.js';
import { parseDecimal, writeDecimal } from './decimal.js';
import type { Money } from './money.js';

/**
 * Reads a decimal amount of major units, `12.34`, exactly. Trailing zeros beyond the minor unit are fine, other digits
 * there are refused, never rounded away.
 *
 * @throws Refusal `money/not-a-decimal`, `money/too-many-decimals`, `money/unknown-currency`
 */
export function parseMoney(text: string, currency: Currency): Money {
  const digits = minorDigits(currency);
  const { digits: value, scale } = parseDecimal(text);
  if (scale <= digits) return { amountMinor: value * 10n ** BigInt(digits - scale), currency };
  const surplus = 10n ** BigInt(scale - digits);
  if (value % surplus !== 0n) {
    throw new Refusal(
      'money/too-many-decimals',
      `${text} has ${scale} decimals; ${currency} has ${digits}.`,
      {
        kind: 'unprocessable',
        details: { currency, allowedDecimals: digits },
      },
    );
  }
  return { amountMinor: value / surplus, currency };
}

/** The decimal text of major units, without grouping: `-1234.50`. What {@link parseMoney} reads. */
export function decimalText(amount: Money): string {
  return writeDecimal(amount.amountMinor, minorDigits(amount.currency));
}

/** How a person reads it, in their locale (a BCP 47 tag): `1.234,50 €`. Exact, whatever the size. */
export function formatMoney(amount: Money, locale: string): string {
  const digits = minorDigits(amount.currency);
  // Fraction digits are stated because a run-time's own currency table may differ from ISO 4217.
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: amount.currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return format.format(decimalText(amount) as `${number}`);
}
