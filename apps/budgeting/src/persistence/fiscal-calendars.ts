import type { FiscalPeriod, LatePosting } from '../domain/ledger/ledger.js';
import type { Tx } from './database.js';

export interface FiscalCalendarRow {
  readonly calendarId: string;
  readonly name: string;
  readonly version: number;
  readonly latePosting: LatePosting;
  readonly periods: readonly FiscalPeriod[];
}

/** The calendar, locked until the transaction ends; null when there is none. */
export async function lockCalendar(tx: Tx, calendarId: string): Promise<FiscalCalendarRow | null> {
  await tx.$queryRaw`SELECT 1 FROM fiscal_calendar WHERE calendar_id = ${calendarId}::uuid FOR UPDATE`;
  const row = await tx.fiscalCalendar.findUnique({
    where: { calendarId },
    include: { periods: { orderBy: { firstDay: 'asc' } } },
  });
  if (!row) return null;
  const { name, version } = row;
  const latePosting = row.latePosting as LatePosting;
  const periods = row.periods.map(({ period, firstDay, lastDay, isClosed }) => ({
    period,
    firstDay,
    lastDay,
    isClosed,
  }));
  return { calendarId, name, version, latePosting, periods };
}

export async function saveCalendar(tx: Tx, calendar: FiscalCalendarRow): Promise<void> {
  const { calendarId, name, version, latePosting, periods } = calendar;
  await tx.fiscalCalendar.upsert({
    where: { calendarId },
    create: { calendarId, name, version, latePosting },
    update: { name, version, latePosting },
    select: { version: true },
  });
  await tx.$executeRaw`
    INSERT INTO fiscal_period (calendar_id, period, first_day, last_day, is_closed)
    SELECT ${calendarId}::uuid, period, "firstDay", "lastDay", "isClosed"
      FROM jsonb_to_recordset(${JSON.stringify(periods)}::jsonb)
           AS p (period text, "firstDay" text, "lastDay" text, "isClosed" boolean)
    ON CONFLICT (calendar_id, period) DO UPDATE SET is_closed = EXCLUDED.is_closed`;
}
