import type { Database } from './database.js';

export interface ActualMonth {
  readonly month: string;
  readonly acMinor: bigint;
}

/** Cost of a project by month as the books have it, with its labour. */
export function actualMonths(database: Database, projectId: string): PromiseLike<ActualMonth[]> {
  return database.$queryRaw<ActualMonth[]>`
    SELECT left(e.posted_on, 7) AS month, sum(p.amount_minor)::bigint AS "acMinor"
      FROM journal_entry e JOIN posting p USING (entry_id)
     WHERE e.project_id = ${projectId}::uuid AND p.account_kind IN ('actual', 'accrued')
     GROUP BY 1 ORDER BY 1`;
}

/** Earned months with the cost of the books instead of that of the figures. */
export function withActual<Earned extends { readonly month: string; readonly evMinor: bigint }>(
  earned: readonly Earned[],
  actual: readonly ActualMonth[],
): readonly (Pick<Earned, 'month' | 'evMinor'> & ActualMonth)[] {
  const months = [...new Set([...earned, ...actual].map(({ month }) => month))].sort();
  return months.map((month) => ({
    month,
    evMinor: earned.find((one) => one.month === month)?.evMinor ?? 0n,
    acMinor: actual.find((one) => one.month === month)?.acMinor ?? 0n,
  }));
}
