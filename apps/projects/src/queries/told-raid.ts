import type { RaidLine, RaidTotals } from '@meridian/contracts-projects';
import { exposureOf, reductionLeverage } from '../domain/raid/exposure.js';
import type { RaidEntry } from '../domain/raid/raid-entry.js';
import type { Database } from '../persistence/database.js';
import { entryOfRow, standingOf, type RaidRow } from '../persistence/raid-rows.js';

const DAY_MS = 86_400_000;

export type NamedRaidRow = RaidRow & { readonly project: { readonly name: string } };

/** An entry as people read it on a day. */
export function toldEntry({ project, ...row }: NamedRaidRow, today: string): RaidLine {
  const entry = entryOfRow(row);
  const leverage = leverageOf(entry);
  return {
    ...standingOf(entry),
    projectName: project.name,
    inherentExposureMinor: exposureOf(entry.inherent).minor.toString(),
    ...(leverage === null ? {} : { responseLeverage: leverage }),
    isOverdue: entry.status === 'open' && entry.dueOn !== null && entry.dueOn < today,
    ageDays: Math.max(0, (Date.parse(entry.endedOn ?? today) - Date.parse(entry.raisedOn)) / DAY_MS),
  };
}

/** Sums of the open entries that a filter lets through, by currency. */
export async function totalsOf(
  database: Pick<Database, 'raidEntry'>,
  where: object,
  today: string,
): Promise<RaidTotals[]> {
  const open = { ...where, status: 'open' };
  const [sums, overdue] = await Promise.all([
    database.raidEntry.groupBy({
      by: ['currency'],
      where: open,
      _count: true,
      _sum: { exposureMinor: true, exposureCentidays: true },
      orderBy: { currency: 'asc' },
    }),
    database.raidEntry.groupBy({ by: ['currency'], where: { ...open, dueOn: { lt: today } }, _count: true }),
  ]);
  const late = new Map(overdue.map(({ currency, _count }) => [currency, _count]));
  return sums.map(({ currency, _count, _sum }) => ({
    currency,
    openCount: _count,
    overdueCount: late.get(currency) ?? 0,
    exposureMinor: (_sum.exposureMinor ?? 0n).toString(),
    exposureDays: (_sum.exposureCentidays ?? 0) / 100,
  }));
}

function leverageOf({ inherent, residual, responseCostMinor }: RaidEntry): number | null {
  if (residual === null || responseCostMinor === null) return null;
  return reductionLeverage(exposureOf(inherent), exposureOf(residual), responseCostMinor);
}
