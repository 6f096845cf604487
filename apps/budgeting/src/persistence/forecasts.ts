import { forecastsOnWire } from '../domain/forecast/forecast-on-wire.js';
import type { WireForecasts } from '../domain/forecast/forecast-on-wire.js';
import { projectForecasts } from '../domain/forecast/forecast-range.js';
import { referenceClass } from '../domain/forecast/reference-class.js';
import type { ProjectOutcome } from '../domain/forecast/reference-class.js';
import { dayNumber } from '../domain/plan/calendar-day.js';
import { HOUSE_CALENDAR } from '../domain/plan/house-calendar.js';
import { workingDays } from '../domain/plan/working-days.js';
import type { BudgetRow } from './budgets.js';
import type { Tx } from './database.js';

/** What every method says of a project on its status date, from the figures of its budget as they are given. */
export async function forecastsOf(tx: Tx, budget: BudgetRow, statusDate: string): Promise<WireForecasts> {
  const { projectId, completedOn, committedMinor, forecastFinish: scheduleFinish } = budget;
  const days = await tx.plannedDay.findMany({ where: { projectId }, orderBy: { day: 'asc' } });
  const simulation = await tx.simulatedFinish.findUnique({ where: { projectId } });
  const project = await tx.project.findUnique({ where: { projectId }, select: { portfolio: true } });
  const reference = referenceClass(await outcomesBeside(tx, projectId), project?.portfolio ?? '');
  const recent = await recentPerformance(tx, budget, statusDate);
  const forecasts = projectForecasts({
    totals: budget,
    committedMinor,
    // What is complete takes no more time.
    statusDate: completedOn ?? statusDate,
    days,
    calendar: HOUSE_CALENDAR,
    scheduleFinish,
    simulation,
    reference,
    ...(recent === undefined ? {} : { recent }),
  });
  return forecastsOnWire(forecasts, reference);
}

/** Keeps what is said for the status date of a budget, before its next status date is reported. */
export async function keepForecast(tx: Tx, budget: BudgetRow, now: Date): Promise<void> {
  const { projectId, statusDate, currency, bacMinor } = budget;
  if (statusDate === null) return;
  const body = JSON.stringify(await forecastsOf(tx, budget, statusDate));
  await tx.$executeRaw`
    INSERT INTO forecast (project_id, status_date, currency, bac_minor, body, kept_at)
    VALUES (${projectId}::uuid, ${statusDate}, ${currency}, ${bacMinor}::bigint, ${body}::jsonb, ${now})
    ON CONFLICT (project_id, status_date) DO NOTHING`;
}

/** How the other projects of the house ended; confidential ones are nobody's reference. */
async function outcomesBeside(tx: Tx, projectId: string): Promise<readonly ProjectOutcome[]> {
  const rows = await tx.$queryRaw<
    {
      portfolio: string;
      completed_on: string;
      bac_minor: bigint;
      ac_minor: bigint;
      first: string;
      last: string;
    }[]
  >`
    SELECT p.portfolio, b.completed_on, b.bac_minor, b.ac_minor,
           (SELECT min(day) FROM planned_day d WHERE d.project_id = b.project_id) AS first,
           (SELECT max(day) FROM planned_day d WHERE d.project_id = b.project_id) AS last
      FROM budget b JOIN project p ON p.project_id = b.project_id
     WHERE b.completed_on IS NOT NULL AND NOT p.is_confidential AND b.project_id <> ${projectId}::uuid
       AND EXISTS (SELECT FROM planned_day d WHERE d.project_id = b.project_id)`;
  return rows.map((row) => {
    const daysUntil = (day: string): number =>
      workingDays(HOUSE_CALENDAR, dayNumber(row.first), dayNumber(day));
    return {
      portfolio: row.portfolio,
      plannedDays: daysUntil(row.last),
      actualDays: daysUntil(row.completed_on),
      bacMinor: row.bac_minor,
      acMinor: row.ac_minor,
    };
  });
}

/** Earned and spent within the last three status dates; undefined while there are fewer. */
async function recentPerformance(tx: Tx, { projectId, evMinor, acMinor }: BudgetRow, statusDate: string) {
  const before = await tx.earnedValueReport.findMany({
    where: { projectId, statusDate: { lt: statusDate } },
    orderBy: { statusDate: 'desc' },
    take: 3,
    select: { evMinor: true, acMinor: true },
  });
  if (before.length < 2) return undefined;
  const since = before[2] ?? { evMinor: 0n, acMinor: 0n };
  return { evMinor: evMinor - since.evMinor, acMinor: acMinor - since.acMinor };
}
