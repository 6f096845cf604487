import type { BudgetRow } from './budgets.js';
import type { Tx } from './database.js';
import type { ReportRow } from './reports.js';
import type { ProjectRow } from './waiting-costs.js';

/** What became of a task; what is left out stays. */
export interface TaskChange {
  readonly projectId: string;
  readonly taskId: string;
  readonly percentComplete?: number;
  readonly taskVersion?: number;
  readonly evMinor?: bigint;
  readonly start?: string;
  readonly finish?: string;
}

/** What a month gained. */
export interface MonthChange {
  readonly projectId: string;
  readonly month: string;
  readonly evMinor: bigint;
  readonly acMinor: bigint;
}

/** Never two changes of one row. */
export interface MoneyWorkChanges {
  readonly projects: readonly ProjectRow[];
  readonly tasks: readonly TaskChange[];
  readonly budgets: readonly BudgetRow[];
  readonly reports: readonly ReportRow[];
  readonly months: readonly MonthChange[];
}

/** Writes what changed of several projects, whose budgets are locked, in one statement. */
export async function writeChanges(
  tx: Tx,
  { projects, tasks, budgets, reports, months }: MoneyWorkChanges,
): Promise<void> {
  await tx.$executeRaw`
    WITH known AS (
      INSERT INTO project (project_id, code, name, portfolio, currency, is_confidential, manager_person_id, sponsor_person_id)
      SELECT "projectId", code, name, portfolio, currency, "isConfidential", "managerPersonId", "sponsorPersonId"
        FROM json_to_recordset(${jsonOf(projects)}::json) AS p ("projectId" uuid, code text, name text, portfolio text,
             currency text, "isConfidential" boolean, "managerPersonId" uuid, "sponsorPersonId" uuid)
      ON CONFLICT (project_id) DO UPDATE SET
        code = EXCLUDED.code, name = EXCLUDED.name, portfolio = EXCLUDED.portfolio, currency = EXCLUDED.currency,
        is_confidential = EXCLUDED.is_confidential, manager_person_id = EXCLUDED.manager_person_id,
        sponsor_person_id = EXCLUDED.sponsor_person_id
    ), moved AS (
      UPDATE task SET
        percent_complete = coalesce(t."percentComplete", task.percent_complete),
        task_version = coalesce(t."taskVersion", task.task_version), ev_minor = coalesce(t."evMinor", task.ev_minor),
        start = coalesce(t.start, task.start), finish = coalesce(t.finish, task.finish)
        FROM json_to_recordset(${jsonOf(tasks)}::json) AS t ("projectId" uuid, "taskId" uuid, "percentComplete" int,
             "taskVersion" int, "evMinor" bigint, start text, finish text)
       WHERE task.project_id = t."projectId" AND task.task_id = t."taskId"
    ), reported AS (
      INSERT INTO earned_value_report (project_id, status_date, version, currency, bac_minor, pv_minor, ev_minor, ac_minor,
                                       committed_minor, eac_minor, cpi, spi, spi_t)
      SELECT "projectId", "statusDate", version, currency, "bacMinor", "pvMinor", "evMinor", "acMinor", "committedMinor",
             "eacMinor", cpi, spi, "spiT"
        FROM json_to_recordset(${jsonOf(reports)}::json) AS r ("projectId" uuid, "statusDate" text, version int, currency text,
             "bacMinor" bigint, "pvMinor" bigint, "evMinor" bigint, "acMinor" bigint, "committedMinor" bigint,
             "eacMinor" bigint, cpi text, spi text, "spiT" text)
      ON CONFLICT (project_id, status_date) DO UPDATE SET
        version = EXCLUDED.version, currency = EXCLUDED.currency, bac_minor = EXCLUDED.bac_minor,
        pv_minor = EXCLUDED.pv_minor, ev_minor = EXCLUDED.ev_minor, ac_minor = EXCLUDED.ac_minor,
        committed_minor = EXCLUDED.committed_minor, eac_minor = EXCLUDED.eac_minor, cpi = EXCLUDED.cpi,
        spi = EXCLUDED.spi, spi_t = EXCLUDED.spi_t
    ), gained AS (
      INSERT INTO earned_month (project_id, month, ev_minor, ac_minor)
      SELECT "projectId", month, "evMinor", "acMinor"
        FROM json_to_recordset(${jsonOf(months)}::json) AS m ("projectId" uuid, month text, "evMinor" bigint, "acMinor" bigint)
      ON CONFLICT (project_id, month) DO UPDATE SET
        ev_minor = earned_month.ev_minor + EXCLUDED.ev_minor, ac_minor = earned_month.ac_minor + EXCLUDED.ac_minor
    )
    UPDATE budget SET
      currency = b.currency, ac_minor = b."acMinor", labour_minor = b."labourMinor",
      labour_shown_minor = b."labourShownMinor", labour_minutes = b."labourMinutes", is_cost_partial = b."isCostPartial",
      committed_minor = b."committedMinor",
      forecast_finish = b."forecastFinish", tolerance_state = b."toleranceState",
      finish_tolerance_state = b."finishToleranceState", status_date = b."statusDate",
      completed_on = b."completedOn", ev_minor = b."evMinor", effort_minor = b."effortMinor",
      figures_version = b."figuresVersion",
      figures_date = b."figuresDate", pv_minor = b."pvMinor", spi_t = b."spiT",
      flags = ARRAY (SELECT json_array_elements_text(b.flags))
      FROM json_to_recordset(${jsonOf(budgets)}::json) AS b ("projectId" uuid, currency text, "acMinor" bigint,
           "labourMinor" bigint, "labourShownMinor" bigint, "labourMinutes" int, "isCostPartial" boolean,
           "committedMinor" bigint, "forecastFinish" text, "toleranceState" text,
           "finishToleranceState" text,
           "statusDate" text, "completedOn" text, "evMinor" bigint, "effortMinor" bigint, "figuresVersion" int, "figuresDate" text,
           "pvMinor" bigint, "spiT" text, flags json)
     WHERE budget.project_id = b."projectId"`;
}

function jsonOf(rows: readonly object[]): string {
  return JSON.stringify(rows, (_, value: unknown) => (typeof value === 'bigint' ? value.toString() : value));
}
