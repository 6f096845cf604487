import type { MoneyReport } from '../domain/earned-value/money-report.js';
import type { BudgetRow } from './budgets.js';
import type { Tx } from './database.js';
import { keepForecast } from './forecasts.js';
import { plannedValueAt } from './planned-value.js';
import type { PlannedValueAt } from './planned-value.js';
import { keepReport } from './reports.js';

/** Where the figures of a project are read and kept: the tables, or rows that several events of a transaction share. */
export interface MoneyRows {
  plannedValueAt(projectId: string, day: string): Promise<PlannedValueAt>;
  saveBudget(budget: BudgetRow): Promise<void>;
  /** `asOf`: the day for whose month the change counts. */
  keepReport(budget: BudgetRow, report: MoneyReport, asOf: string | undefined): Promise<void>;
  /** What was said for the status date that another one follows now. */
  keepForecast(budget: BudgetRow, now: Date): Promise<void>;
}

export function moneyTables(tx: Tx): MoneyRows {
  return {
    plannedValueAt: (projectId, day) => plannedValueAt(tx, projectId, day),
    async saveBudget({ projectId, ...data }) {
      await tx.budget.update({ where: { projectId }, data, select: { version: true } });
    },
    keepReport: (budget, report, asOf) => keepReport(tx, budget, report, asOf),
    keepForecast: (budget, now) => keepForecast(tx, budget, now),
  };
}
