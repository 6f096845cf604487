/**
 * Money for people: minor units as a decimal string in, words of the reader's locale out. The digits never pass
 * through a float: `Intl` takes the decimal string itself. Large whole amounts stand without cents, which say nothing there.
 */
export function formatMoney(minor: string, currency: string, locale?: string): string {
  const digits = digitsOf(currency);
  const isRound = digits > 0 && minor.length > digits + 3 && minor.endsWith('0'.repeat(digits));
  return formatter(currency, 'standard', locale, isRound ? 0 : digits).format(toDecimal(minor, digits));
}

/** Without cents also where there are some, for tables of large amounts: `€1,899,997`. */
export function formatMoneyRounded(minor: string, currency: string, locale?: string): string {
  return formatter(currency, 'standard', locale, 0).format(toDecimal(minor, digitsOf(currency)));
}

/** Short, for cards and labels: `€52.9M`, `€37.0M`, `€450K`, `€0`. */
export function formatMoneyShort(minor: string, currency: string, locale?: string): string {
  const isMillions = Math.abs(Number(minor)) >= 10 ** (digitsOf(currency) + 6);
  return formatter(currency, 'compact', locale, isMillions ? 1 : 0).format(
    toDecimal(minor, digitsOf(currency)),
  );
}

/** For the axis of a chart, where round amounts need no decimals: `€10M`. */
export function formatMoneyTick(minor: number, currency: string, locale?: string): string {
  const options = { style: 'currency', currency, notation: 'compact', maximumFractionDigits: 1 } as const;
  return number({ ...options, minimumFractionDigits: 0 }, locale).format(
    toDecimal(String(Math.round(minor)), digitsOf(currency)),
  );
}

/** A ratio such as CPI: two digits, as the trade reads it. */
export function formatIndex(value: string, locale?: string): string {
  return number({ minimumFractionDigits: 2, maximumFractionDigits: 2 }, locale).format(Number(value));
}

/** @param percent 100 is the whole */
export function formatPercent(percent: number, locale?: string, digits = 0): string {
  return number({ style: 'percent', maximumFractionDigits: digits }, locale).format(percent / 100);
}

/** With a sign, for deviations: `+9.8%`. */
export function formatDeviation(percent: number, locale?: string): string {
  const options = { style: 'percent', maximumFractionDigits: 1, signDisplay: 'exceptZero' } as const;
  return number(options, locale).format(percent / 100);
}

export function formatCount(value: number, locale?: string): string {
  return number({}, locale).format(value);
}

/** How far `minor` lies above (positive) or below `referenceMinor`, in percent; undefined for a reference of 0. */
export function deviationPercent(minor: string, referenceMinor: string): number | undefined {
  const reference = Number(referenceMinor);
  return reference === 0 ? undefined : ((Number(minor) - reference) / Math.abs(reference)) * 100;
}

/** Decimals of the currency: 2 for EUR, 0 for JPY, 3 for KWD. */
export function digitsOf(currency: string): number {
  return (
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  );
}

/** `'-12345'` with 2 digits is `'-123.45'`. */
export function toDecimal(minor: string, digits: number): Intl.StringNumericLiteral {
  const sign = minor.startsWith('-') ? '-' : '';
  const plain = minor.replace('-', '').padStart(digits + 1, '0');
  const cut = plain.length - digits;
  const text = digits === 0 ? sign + plain : `${sign}${plain.slice(0, cut)}.${plain.slice(cut)}`;
  return text as Intl.StringNumericLiteral;
}

const formatters = new Map<string, Intl.NumberFormat>();

function formatter(
  currency: string,
  notation: 'standard' | 'compact',
  locale: string | undefined,
  digits: number,
): Intl.NumberFormat {
  const fraction = { maximumFractionDigits: digits, minimumFractionDigits: digits };
  return number({ style: 'currency', currency, notation, ...fraction }, locale);
}

function number(options: Intl.NumberFormatOptions, locale = ''): Intl.NumberFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formatters.get(key) ?? new Intl.NumberFormat(locale || undefined, options);
  formatters.set(key, known);
  return known;
}
