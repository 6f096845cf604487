import type { Tx } from './database.js';

export interface PlannedValueAt {
  readonly pvMinor: bigint;
  readonly months: readonly { readonly month: string; readonly cumulativeMinor: bigint }[];
}

/** Planned value up to a day and the curve by month, in one question and without reading a task. */
export async function plannedValueAt(tx: Tx, projectId: string, day: string): Promise<PlannedValueAt> {
  const rows = await tx.$queryRaw<{ month: string | null; cumulative: bigint }[]>`
    SELECT month::text AS month, cumulative_minor AS cumulative FROM planned_month WHERE project_id = ${projectId}::uuid
    UNION ALL
    (SELECT NULL, cumulative_minor FROM planned_day
      WHERE project_id = ${projectId}::uuid AND day <= ${day} ORDER BY day DESC LIMIT 1)
    ORDER BY month`;
  const months = rows.flatMap(({ month, cumulative }) =>
    month === null ? [] : [{ month, cumulativeMinor: cumulative }],
  );
  return { pvMinor: rows.find(({ month }) => month === null)?.cumulative ?? 0n, months };
}
