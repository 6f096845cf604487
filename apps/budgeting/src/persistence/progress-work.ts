import { RowVersions } from '@meridian/bus';
import type { SharedWork } from '@meridian/bus';
import type { MoneyReport } from '../domain/earned-value/money-report.js';
import { lockBudgets } from './budgets.js';
import type { BudgetRow } from './budgets.js';
import type { Tx } from './database.js';
import type { MoneyRows } from './money-rows.js';
import { plannedValueAt } from './planned-value.js';
import type { PlannedValueAt } from './planned-value.js';
import { keyOf, progressRows } from './progress-rows.js';
import type { ComingProgress, ProgressRows, TaskEarned } from './progress-rows.js';
import { writeProgress } from './progress-writes.js';
import type { MonthChange, TaskChange } from './progress-writes.js';
import { reportRow } from './reports.js';
import type { ReportRow } from './reports.js';

/**
 * Progress and dates of several tasks of several projects in one transaction. The budgets are locked together, the rows are
 * read together, and what the events make of them is written together; every event still moves the figures by itself and
 * is told by itself.
 */
export class ProgressWork implements SharedWork, MoneyRows {
  readonly #tasks = new RowVersions<TaskChange>();
  readonly #changed = new RowVersions<BudgetRow>();
  readonly #reports = new RowVersions<ReportRow>();
  readonly #months = new RowVersions<MonthChange>();

  static async open(tx: Tx, events: readonly object[]): Promise<ProgressWork> {
    const coming = events as readonly ComingProgress[];
    const projectIds = coming.map(({ projectId }) => projectId);
    const budgets = await lockBudgets(tx, projectIds);
    return new ProgressWork(tx, budgets, await progressRows(tx, [...budgets.values()], coming));
  }

  private constructor(
    private readonly tx: Tx,
    private readonly budgets: Map<string, BudgetRow>,
    private readonly rows: ProgressRows,
  ) {}

  /** The budget as the events before have left it. */
  budget(projectId: string): BudgetRow {
    const budget = this.budgets.get(projectId.toLowerCase());
    if (!budget) throw new Error(`The budget of project ${projectId} was not locked with the others.`);
    return budget;
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
    return this.rows.planned.get(keyOf(projectId, day)) ?? plannedValueAt(this.tx, projectId, day);
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

  async flush(): Promise<void> {
    const changes = [this.#tasks, this.#changed, this.#reports, this.#months];
    const waves = Math.max(...changes.map((rows) => rows.waves));
    for (let wave = 0; wave < waves; wave += 1) {
      await writeProgress(this.tx, {
        tasks: this.#tasks.wave(wave),
        budgets: this.#changed.wave(wave),
        reports: this.#reports.wave(wave),
        months: this.#months.wave(wave),
      });
    }
  }

  /** What is new since the report before counts for the month it was reported for. */
  #gained({ projectId, evMinor, acMinor }: BudgetRow, month: string): MonthChange {
    const before = this.rows.earned.get(projectId) ?? { evMinor: 0n, acMinor: 0n };
    this.rows.earned.set(projectId, { evMinor, acMinor });
    return { projectId, month, evMinor: evMinor - before.evMinor, acMinor: acMinor - before.acMinor };
  }
}
