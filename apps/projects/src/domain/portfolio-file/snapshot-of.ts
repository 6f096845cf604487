import { firstDayOf, isDate, lastDayOf } from './dates.js';
import type { SnapshotField } from './portfolio-mapping.js';
import type { Snapshot } from './portfolio-row.js';

/** The period that a label stands for; undefined when the mapping does not know such a label. */
export function snapshotOf(label: string, field: SnapshotField): Snapshot | undefined {
  const listed = field.periods.find((period) => period.label === label);
  if (listed !== undefined) return listed;
  switch (field.form) {
    case 'listed':
      return undefined;
    case 'date':
      return isDate(label) ? { label, from: label, to: label } : undefined;
    case 'calendar-year':
      return /^[12]\d{3}$/.test(label) ? { label, from: `${label}-01-01`, to: `${label}-12-31` } : undefined;
    case 'financial-year':
      return financialYear(label, field.firstMonth);
  }
}

/** `2024-25`, `2024/25` or `2024-2025`: the twelve months from the first month of 2024. */
function financialYear(label: string, firstMonth: number): Snapshot | undefined {
  const match = /^([12]\d{3})[-/](\d{2}|\d{4})$/.exec(label);
  if (match === null) return undefined;
  const year = Number(match[1]);
  const next = String(year + 1);
  if (match[2] !== next && match[2] !== next.slice(2)) return undefined;
  return { label, from: firstDayOf(year, firstMonth), to: lastDayOf(year, firstMonth + 11) };
}
