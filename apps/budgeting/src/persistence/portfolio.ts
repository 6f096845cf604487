import { NO_MONEY } from '../domain/earned-value/portfolio-performance.js';
import type { MoneySums, PortfolioSums } from '../domain/earned-value/portfolio-performance.js';
import type { Database } from './database.js';

export interface CurrencySums extends PortfolioSums {
  readonly currency: string;
  readonly projects: number;
  /** Of these projects so many whose cost is not whole enough to say how money performs. */
  readonly withheldProjects: number;
  readonly breached: number;
}

/** Amounts of one currency within one month. */
export type CurrencyMonth<Amount extends string> = Readonly<
  { currency: string; month: string } & Record<Amount, bigint>
>;

/** All approved budgets of these projects, summed by currency. */
export async function sumsByCurrency(
  database: Database,
  projectIds: readonly string[],
): Promise<CurrencySums[]> {
  const parts = await database.$queryRaw<CurrencyPart[]>`
    SELECT currency::text AS currency, is_cost_partial AS "isCostPartial", count(*)::int AS projects,
           sum(bac_minor)::bigint AS "bacMinor", sum(pv_minor)::bigint AS "pvMinor", sum(ev_minor)::bigint AS "evMinor",
           sum(ac_minor)::bigint AS "acMinor", sum(committed_minor)::bigint AS "committedMinor",
           count(*) FILTER (WHERE tolerance_state = 'breached')::int AS breached
      FROM budget WHERE version > 0 AND project_id = ANY (${projectIds}::uuid[])
     GROUP BY currency, is_cost_partial ORDER BY currency`;
  const currencies = [...new Set(parts.map(({ currency }) => currency))];
  return currencies.map((currency) => {
    const own = parts.filter((part) => part.currency === currency);
    const whole = own.find((part) => !part.isCostPartial);
    const withheld = own.find((part) => part.isCostPartial);
    return {
      currency,
      projects: own.reduce((sum, part) => sum + part.projects, 0),
      withheldProjects: withheld?.projects ?? 0,
      breached: own.reduce((sum, part) => sum + part.breached, 0),
      whole: whole ?? NO_MONEY,
      withheld: withheld ?? NO_MONEY,
    };
  });
}

interface CurrencyPart extends MoneySums {
  readonly currency: string;
  readonly isCostPartial: boolean;
  readonly projects: number;
  readonly breached: number;
}

export function plannedMonths(
  database: Database,
  projectIds: readonly string[],
): PromiseLike<CurrencyMonth<'plannedMinor'>[]> {
  return database.$queryRaw<CurrencyMonth<'plannedMinor'>[]>`
    SELECT b.currency::text AS currency, m.month::text AS month, sum(m.planned_minor)::bigint AS "plannedMinor"
      FROM budget b JOIN planned_month m USING (project_id)
     WHERE b.version > 0 AND b.project_id = ANY (${projectIds}::uuid[])
     GROUP BY b.currency, m.month`;
}

export function earnedMonths(
  database: Database,
  projectIds: readonly string[],
): PromiseLike<CurrencyMonth<'evMinor' | 'acMinor'>[]> {
  return database.$queryRaw<CurrencyMonth<'evMinor' | 'acMinor'>[]>`
    SELECT b.currency::text AS currency, m.month::text AS month, sum(m.ev_minor)::bigint AS "evMinor",
           sum(m.ac_minor)::bigint AS "acMinor"
      FROM budget b JOIN earned_month m USING (project_id)
     WHERE b.version > 0 AND b.project_id = ANY (${projectIds}::uuid[])
     GROUP BY b.currency, m.month`;
}

/** What waits for a project, a rate or an order, by project code and currency. */
export function waitingByCode(
  database: Database,
): PromiseLike<{ projectCode: string; documents: number; amountMinor: bigint; currency: string }[]> {
  return database.$queryRaw`
    SELECT project_code AS "projectCode", count(*)::int AS documents, sum(amount_minor)::bigint AS "amountMinor",
           currency::text AS currency
      FROM waiting_cost GROUP BY project_code, currency ORDER BY project_code, currency LIMIT 200`;
}
