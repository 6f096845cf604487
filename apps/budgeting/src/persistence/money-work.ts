import { RowVersions } from '@meridian/bus';
import type { SharedWork } from '@meridian/bus';
import type { MoneyReport } from '../domain/earned-value/money-report.js';
import { lockBudgets } from './budgets.js';
import { lockRates } from './labour-rates.js';
import type { BudgetRow } from './budgets.js';
import type { Tx } from './database.js';
import { keepForecast } from './forecasts.js';
import type { MoneyRows } from './money-rows.js';
import { plannedValueAt } from './planned-value.js';
import type { PlannedValueAt } from './planned-value.js';
import { keyOf, moneyWorkRows } from './money-work-rows.js';
import type { ComingFact, MoneyWorkRows, TaskEarned } from './money-work-rows.js';
import { writeChanges } from './money-work-changes.js';
import type { MonthChange, TaskChange } from './money-work-changes.js';
import { reportRow } from './reports.js';
import { waitingOf } from './waiting-costs.js';
import { projectsWithWaitingTime } from './waiting-time.js';
import type { ProjectRow } from './waiting-costs.js';
import type { ReportRow } from './reports.js';

/**
 * The money of several projects in one transaction, as their records, their tasks' progress and their dates change. The
 * budgets are locked together, the rows are read together, and what the events make of them is written together; every event
 * still moves the figures by itself and is told by itself.
 */
export class MoneyWork implements SharedWork, MoneyRows {
  readonly #projects = new RowVersions<ProjectRow>();
  readonly #tasks = new RowVersions<TaskChange>();
  readonly #changed = new RowVersions<BudgetRow>();
  readonly #reports = new RowVersions<ReportRow>();
  readonly #months = new RowVersions<MonthChange>();
  readonly #forecasts: { readonly budget: BudgetRow; readonly now: Date }[] = [];

  static async open(tx: Tx, events: readonly object[]): Promise<MoneyWork> {
    const coming = events as readonly ComingFact[];
    const projectIds = coming.map(({ projectId }) => projectId);
    const records = coming.filter(({ code }) => code !== undefined);
    const waiting = await waitingOf(
      tx,
      records.flatMap(({ code }) => code ?? []),
    );
    if (records.length > 0) await lockRates(tx, 'shared');
    const budgets = await lockBudgets(tx, projectIds);
    const withTime = await timeOf(tx, records);
    const rows = await moneyWorkRows(tx, [...budgets.values()], coming);
    return new MoneyWork(tx, { waiting, withTime }, budgets, rows);
  }

  private constructor(
    private readonly tx: Tx,
    private readonly waits: { readonly waiting: ReadonlySet<string>; readonly withTime: ReadonlySet<string> },
    private readonly budgets: Map<string, BudgetRow>,
    private readonly rows: MoneyWorkRows,
  ) {}

  /** The budget as the events before have left it. */
  budget(projectId: string): BudgetRow {
    const budget = this.budgets.get(projectId.toLowerCase());
    if (!budget) throw new Error(`The budget of project ${projectId} was not locked with the others.`);
    return budget;
  }

  /** Whether cost waits for a project of this code. The code is locked until the transaction ends. */
  waitsFor(code: string): boolean {
    return this.waits.waiting.has(code);
  }

  /** Whether approved time of a project waits. The rates are shared until the transaction ends. */
  timeWaitsFor(projectId: string): boolean {
    return this.waits.withTime.has(projectId.toLowerCase());
  }

  keepProject(project: ProjectRow): void {
    this.#projects.add(project.projectId.toLowerCase(), project);
  }

  /** Null for a task that the plan does not have. */
  task(projectId: string, taskId: string): TaskEarned | null {
    return this.rows.tasks.get(keyOf(projectId, taskId)) ?? null;
  }

  /** Notes what changed of a task. */
  changeTask(change: TaskChange): void {
    const key = keyOf(change.projectId, change.taskId);
    this.#tasks.add(key, change);
    const task = this.rows.tasks.get(key);
    if (task && change.evMinor !== undefined) this.rows.tasks.set(key, { ...task, evMinor: change.evMinor });
  }

  async plannedValueAt(projectId: string, day: string): Promise<PlannedValueAt> {
    const known = this.rows.planned.get(keyOf(projectId, day));
    if (known) return known;
    return this.rows.isPlanned(projectId)
      ? plannedValueAt(this.tx, projectId, day)
      : { pvMinor: 0n, effortMinor: 0n, months: [] };
  }

  async saveBudget(budget: BudgetRow): Promise<void> {
    this.budgets.set(budget.projectId, budget);
    this.#changed.add(budget.projectId, budget);
  }

  async keepReport(budget: BudgetRow, report: MoneyReport, asOf: string | undefined): Promise<void> {
    const row = reportRow(budget, report);
    this.#reports.add(keyOf(row.projectId, row.statusDate), row);
    const change = this.#gained(budget, (asOf ?? row.statusDate).slice(0, 7));
    this.#months.add(keyOf(change.projectId, change.month), change);
  }

  async keepForecast(budget: BudgetRow, now: Date): Promise<void> {
    this.#forecasts.push({ budget, now });
  }

  async flush(): Promise<void> {
    const changes = [this.#projects, this.#tasks, this.#changed, this.#reports, this.#months];
    const waves = Math.max(...changes.map((rows) => rows.waves));
    for (let wave = 0; wave < waves; wave += 1) {
      await writeChanges(this.tx, {
        projects: this.#projects.wave(wave),
        tasks: this.#tasks.wave(wave),
        budgets: this.#changed.wave(wave),
        reports: this.#reports.wave(wave),
        months: this.#months.wave(wave),
      });
    }
    // Only now are the reports there that tell how it went of late.
    for (const { budget, now } of this.#forecasts) await keepForecast(this.tx, budget, now);
  }

  /** What is new since the report before counts for the month it was reported for. */
  #gained({ projectId, evMinor, acMinor }: BudgetRow, month: string): MonthChange {
    const before = this.rows.earned.get(projectId) ?? { evMinor: 0n, acMinor: 0n };
    this.rows.earned.set(projectId, { evMinor, acMinor });
    return { projectId, month, evMinor: evMinor - before.evMinor, acMinor: acMinor - before.acMinor };
  }
}

async function timeOf(tx: Tx, records: readonly ComingFact[]): Promise<ReadonlySet<string>> {
  if (records.length === 0) return new Set();
  return projectsWithWaitingTime(
    tx,
    records.map(({ projectId }) => projectId),
  );
}
