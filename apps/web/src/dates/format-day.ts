const msPerDay = 86_400_000;

/** A day `YYYY-MM-DD` as its UTC midnight, in milliseconds: days have no time zone. */
export function dayToMs(day: string): number {
  return Date.parse(`${day.slice(0, 10)}T00:00:00Z`);
}

/** Calendar days from one day to another, later positive. */
export function daysBetween(from: string, to: string): number {
  return Math.round((dayToMs(to) - dayToMs(from)) / msPerDay);
}

/** Today where the reader is, `YYYY-MM-DD`. */
export function today(now = new Date()): string {
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}

/** `20 Nov 2026` in the reader's order. */
export function formatDay(day: string, locale?: string): string {
  return dateFormat({ dateStyle: 'medium', timeZone: 'UTC' }, locale).format(dayToMs(day));
}

/** Without the year: `20 Nov`. */
export function formatDayShort(day: string, locale?: string): string {
  return dateFormat({ day: 'numeric', month: 'short', timeZone: 'UTC' }, locale).format(dayToMs(day));
}

/** `Monday, 23 November 2026`. */
export function formatLongDay(day: string, locale?: string): string {
  return dateFormat({ dateStyle: 'full', timeZone: 'UTC' }, locale).format(dayToMs(day));
}

/** A month `YYYY-MM`: `Nov 2026`. */
export function formatMonth(month: string, locale?: string): string {
  return dateFormat({ month: 'short', year: 'numeric', timeZone: 'UTC' }, locale).format(
    dayToMs(`${month}-01`),
  );
}

/** A moment in the reader's time zone; only the time when it is today. */
export function formatMoment(iso: string, now = new Date(), locale?: string): string {
  const at = new Date(iso);
  if (today(at) === today(now)) return dateFormat({ timeStyle: 'short' }, locale).format(at);
  return dateFormat({ dateStyle: 'medium', timeStyle: 'short' }, locale).format(at);
}

const nearDays = 14;

/** Near days in words (`tomorrow`, `3 days ago`), far ones as a date. */
export function formatNear(day: string, from: string, locale?: string): string {
  const days = daysBetween(from, day);
  if (Math.abs(days) > nearDays) return formatDay(day, locale);
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(days, 'day');
}

/** Deviation from the baseline in days: `+12 d`, `on plan`. */
export function formatSlip(days: number, locale?: string): string {
  if (days === 0) return 'on plan';
  return `${new Intl.NumberFormat(locale, { signDisplay: 'always' }).format(days)} d`;
}

/** ISO 8601 week number of a day: what planners call their weeks. */
export function isoWeek(day: string): number {
  const ms = dayToMs(day);
  const weekday = (new Date(ms).getUTCDay() + 6) % 7;
  const thursday = ms + (3 - weekday) * msPerDay;
  const yearStart = Date.UTC(new Date(thursday).getUTCFullYear(), 0, 1);
  return 1 + Math.floor((thursday - yearStart) / (7 * msPerDay));
}

const formats = new Map<string, Intl.DateTimeFormat>();

function dateFormat(options: Intl.DateTimeFormatOptions, locale = ''): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale || undefined, options);
  formats.set(key, known);
  return known;
}
