import type { RaidLine, RaidTotals } from '@meridian/contracts-projects';
import { exposureOf, reductionLeverage } from '../domain/raid/exposure.js';
import { heatOf, weekdaysBetween, type ProjectSize } from '../domain/raid/heat-map.js';
import { assessmentOf, signedExposure, type RaidEntry } from '../domain/raid/raid-entry.js';
import type { Database } from '../persistence/database.js';
import { entryOfRow, standingOf, type RaidRow } from '../persistence/raid-rows.js';

const DAY_MS = 86_400_000;

export type NamedRaidRow = RaidRow & { readonly project: { readonly name: string } };

/** An entry as people read it on a day. */
export function toldEntry({ project, ...row }: NamedRaidRow, today: string, size?: ProjectSize): RaidLine {
  const entry = entryOfRow(row);
  const leverage = leverageOf(entry);
  const isOpenRisk = entry.kind === 'risk' && entry.status === 'open';
  const heat = isOpenRisk && size !== undefined ? heatOf(assessmentOf(entry), size) : null;
  return {
    ...standingOf(entry),
    projectName: project.name,
    inherentExposureMinor: entry.effect === 'threat' ? exposureOf(entry.inherent).minor.toString() : '0',
    ...(heat === null ? {} : { heat }),
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
      by: ['currency', 'effect'],
      where: open,
      _count: true,
      _sum: { exposureMinor: true, exposureCentidays: true },
      orderBy: { currency: 'asc' },
    }),
    database.raidEntry.groupBy({ by: ['currency'], where: { ...open, dueOn: { lt: today } }, _count: true }),
  ]);
  const late = new Map(overdue.map(({ currency, _count }) => [currency, _count]));
  const currencies = [...new Set(sums.map(({ currency }) => currency))];
  return currencies.map((currency) => {
    const ofCurrency = sums.filter((sum) => sum.currency === currency);
    const [threats, good] = ['threat', 'opportunity'].map((effect) => {
      const sum = ofCurrency.find((one) => one.effect === effect)?._sum;
      return { minor: sum?.exposureMinor ?? 0n, days: (sum?.exposureCentidays ?? 0) / 100 };
    });
    const opportunities = {
      opportunityMinor: (-good!.minor).toString(),
      opportunityDays: 0 - good!.days,
      netMinor: (threats!.minor + good!.minor).toString(),
    };
    return {
      currency,
      openCount: ofCurrency.reduce((count, { _count }) => count + _count, 0),
      overdueCount: late.get(currency) ?? 0,
      exposureMinor: threats!.minor.toString(),
      exposureDays: threats!.days,
      ...(ofCurrency.some(({ effect }) => effect === 'opportunity') ? opportunities : {}),
    };
  });
}

/**
 * What the impact of a risk is a share of, by project: the budget as budgeting told it, when it is in the currency of the
 * project, and the weekdays of the plan.
 */
export async function sizesOf(
  database: Pick<Database, 'projectMoney' | 'plan'>,
  projects: readonly { readonly projectId: string; readonly currency: string }[],
): Promise<ReadonlyMap<string, ProjectSize>> {
  const where = { projectId: { in: [...new Set(projects.map(({ projectId }) => projectId))] } };
  const [moneys, plans] = await Promise.all([
    database.projectMoney.findMany({ where }),
    database.plan.findMany({ where, select: { projectId: true, start: true, finish: true } }),
  ]);
  const moneyOf = new Map(moneys.map((money) => [money.projectId, money]));
  const daysOf = new Map(
    plans.map(({ projectId, start, finish }) => [projectId, weekdaysBetween(start, finish)]),
  );
  return new Map(
    projects.map(({ projectId, currency }) => {
      const money = moneyOf.get(projectId);
      const budgetMinor = money?.currency === currency ? money.bacMinor : null;
      return [projectId, { budgetMinor, workingDays: daysOf.get(projectId) ?? null }];
    }),
  );
}

function leverageOf({ effect, inherent, residual, responseCostMinor }: RaidEntry): number | null {
  if (residual === null || responseCostMinor === null) return null;
  return reductionLeverage(
    signedExposure(effect, inherent),
    signedExposure(effect, residual),
    responseCostMinor,
  );
}
