import type { Tx } from './database.js';

export interface PlannedValueAt {
  readonly pvMinor: bigint;
  /** What of it is level of effort, which is earned as planned. */
  readonly effortMinor: bigint;
  readonly months: readonly { readonly month: string; readonly cumulativeMinor: bigint }[];
}

/** Planned value up to a day and the curve by month, in one question and without reading a task. */
export async function plannedValueAt(tx: Tx, projectId: string, day: string): Promise<PlannedValueAt> {
  const rows = await tx.$queryRaw<{ month: string | null; cumulative: bigint; effort: bigint }[]>`
    SELECT month::text AS month, cumulative_minor AS cumulative, 0::bigint AS effort FROM planned_month WHERE project_id = ${projectId}::uuid
    UNION ALL
    (SELECT NULL, cumulative_minor, effort_minor FROM planned_day
      WHERE project_id = ${projectId}::uuid AND day <= ${day} ORDER BY day DESC LIMIT 1)
    ORDER BY month`;
  const months = rows.flatMap(({ month, cumulative }) =>
    month === null ? [] : [{ month, cumulativeMinor: cumulative }],
  );
  const last = rows.find(({ month }) => month === null);
  return { pvMinor: last?.cumulative ?? 0n, effortMinor: last?.effort ?? 0n, months };
}
