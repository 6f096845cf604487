import { valueOf } from '../domain/earned-value/figure.js';
import type { MoneyReport } from '../domain/earned-value/money-report.js';
import type { BudgetRow } from './budgets.js';
import type { Tx } from './database.js';

/** The figures of a project on a status date, as they are kept. */
export interface ReportRow {
  readonly projectId: string;
  readonly statusDate: string;
  readonly version: number;
  readonly currency: string | null;
  readonly bacMinor: bigint;
  readonly pvMinor: bigint;
  readonly evMinor: bigint;
  readonly acMinor: bigint;
  readonly committedMinor: bigint;
  readonly eacMinor: bigint | null;
  readonly cpi: string | null;
  readonly spi: string | null;
  readonly spiT: string | null;
}

export function reportRow(budget: BudgetRow, { figures, spiT }: MoneyReport): ReportRow {
  const { projectId, statusDate, currency, bacMinor, pvMinor, evMinor, acMinor, committedMinor } = budget;
  return {
    projectId,
    statusDate: statusDate ?? '',
    version: budget.figuresVersion,
    currency,
    bacMinor,
    pvMinor,
    evMinor,
    acMinor,
    committedMinor,
    eacMinor: valueOf(figures.estimates['cost-index'].eacMinor) ?? null,
    cpi: valueOf(figures.cpi) ?? null,
    spi: valueOf(figures.spi) ?? null,
    spiT: spiT ?? null,
  };
}

/**
 * Keeps the figures for their status date. Reports of earlier days stay as they were: a correction shows in the report
 * of today. What is new since the report before counts for the month of `asOf`, the day it was reported for: documents
 * and progress come from different owners, in any order.
 */
export async function keepReport(
  tx: Tx,
  budget: BudgetRow,
  report: MoneyReport,
  asOf: string | undefined,
): Promise<void> {
  const row = reportRow(budget, report);
  const { projectId, statusDate, version, currency, committedMinor, bacMinor, pvMinor, evMinor, acMinor } =
    row;
  const month = (asOf ?? statusDate).slice(0, 7);
  await tx.$executeRaw`
    WITH report AS (
      INSERT INTO earned_value_report (project_id, status_date, version, currency, bac_minor, pv_minor, ev_minor, ac_minor,
                                       committed_minor, eac_minor, cpi, spi, spi_t)
      VALUES (${projectId}::uuid, ${statusDate}, ${version}, ${currency}, ${bacMinor}::bigint, ${pvMinor}::bigint,
              ${evMinor}::bigint, ${acMinor}::bigint, ${committedMinor}::bigint, ${row.eacMinor}::bigint, ${row.cpi}, ${row.spi},
              ${row.spiT})
      ON CONFLICT (project_id, status_date) DO UPDATE SET
        version = EXCLUDED.version, currency = EXCLUDED.currency, bac_minor = EXCLUDED.bac_minor,
        pv_minor = EXCLUDED.pv_minor, ev_minor = EXCLUDED.ev_minor, ac_minor = EXCLUDED.ac_minor,
        committed_minor = EXCLUDED.committed_minor, eac_minor = EXCLUDED.eac_minor, cpi = EXCLUDED.cpi,
        spi = EXCLUDED.spi, spi_t = EXCLUDED.spi_t
    )
    INSERT INTO earned_month (project_id, month, ev_minor, ac_minor)
    SELECT ${projectId}::uuid, ${month}, ${evMinor}::bigint - coalesce(sum(ev_minor), 0)::bigint,
           ${acMinor}::bigint - coalesce(sum(ac_minor), 0)::bigint
      FROM earned_month WHERE project_id = ${projectId}::uuid
    ON CONFLICT (project_id, month) DO UPDATE SET
      ev_minor = earned_month.ev_minor + EXCLUDED.ev_minor, ac_minor = earned_month.ac_minor + EXCLUDED.ac_minor`;
}
