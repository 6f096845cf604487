import type { FiscalPeriodDates } from '@meridian/contracts-budgeting';

export type PeriodLength = 'month' | 'quarter' | 'year';

const monthsOf: Readonly<Record<PeriodLength, number>> = { month: 1, quarter: 3, year: 12 };

/**
 * The periods of one fiscal year, one after the other without gap: `2027-01` to `2027-12`, `2027-Q1` to `2027-Q4`, or `2027`.
 * A fiscal year is named after the calendar year in which it begins; its months are counted from its first one.
 *
 * @param firstDay `YYYY-MM-01`
 */
export function periodsOfYear(firstDay: string, length: PeriodLength): readonly FiscalPeriodDates[] {
  const [year = 0, month = 1] = firstDay.split('-').map(Number);
  const months = monthsOf[length];
  return Array.from({ length: 12 / months }, (_, place) => ({
    period: nameOf(year, length, place + 1),
    firstDay: dayText(Date.UTC(year, month - 1 + place * months, 1)),
    lastDay: dayText(Date.UTC(year, month - 1 + (place + 1) * months, 0)),
  }));
}

/** The first day after the last period; undefined where there is none, or it is not the first of a month. */
export function dayAfter(periods: readonly FiscalPeriodDates[]): string | undefined {
  const last = periods.at(-1);
  if (!last) return undefined;
  const day = dayText(Date.parse(last.lastDay) + 86_400_000);
  return day.endsWith('-01') ? day : undefined;
}

function nameOf(year: number, length: PeriodLength, place: number): string {
  if (length === 'year') return String(year);
  return length === 'quarter' ? `${year}-Q${place}` : `${year}-${String(place).padStart(2, '0')}`;
}

function dayText(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10);
}
