import { valueOf } from '../domain/earned-value/figure.js';
import type { MoneyReport } from '../domain/earned-value/money-report.js';
import type { BudgetRow } from './budgets.js';
import type { Tx } from './database.js';

/**
 * Keeps the figures for their status date. Reports of earlier days stay as they were: a correction shows in the report
 * of today. What is new since the report before counts for the month of `asOf`, the day it was reported for: documents
 * and progress come from different owners, in any order.
 */
export async function keepReport(
  tx: Tx,
  budget: BudgetRow,
  { figures, spiT }: MoneyReport,
  asOf: string | undefined,
): Promise<void> {
  const { projectId, statusDate, currency, figuresVersion, committedMinor, bacMinor, pvMinor } = budget;
  const { evMinor, acMinor } = budget;
  const eacMinor = valueOf(figures.estimates['cost-index'].eacMinor) ?? null;
  const [cpi, spi] = [valueOf(figures.cpi) ?? null, valueOf(figures.spi) ?? null];
  const month = (asOf ?? statusDate ?? '').slice(0, 7);
  await tx.$executeRaw`
    WITH report AS (
      INSERT INTO earned_value_report (project_id, status_date, version, currency, bac_minor, pv_minor, ev_minor, ac_minor,
                                       committed_minor, eac_minor, cpi, spi, spi_t)
      VALUES (${projectId}::uuid, ${statusDate}, ${figuresVersion}, ${currency}, ${bacMinor}::bigint, ${pvMinor}::bigint,
              ${evMinor}::bigint, ${acMinor}::bigint, ${committedMinor}::bigint, ${eacMinor}::bigint, ${cpi}, ${spi},
              ${spiT ?? null})
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
