import { EarnedValueChanged } from '@meridian/contracts-budgeting';
import { earnedValueFact } from '../domain/earned-value/earned-value-fact.js';
import { moneyReport } from '../domain/earned-value/money-report.js';
import { spentExactly, untoldLabour } from './budgets.js';
import type { BudgetRow } from './budgets.js';
import { moneyTables } from './money-rows.js';
import type { MoneyRows } from './money-rows.js';
import { watchCost, watchFinish } from './tolerances.js';
import { today } from './work.js';
import type { Work } from './work.js';

/** What a command or reaction changed of a budget; what is left out stays. */
export interface MoneyChange extends Partial<
  Omit<BudgetRow, 'projectId' | 'statusDate' | 'figuresVersion' | 'acMinor' | 'evMinor'>
> {
  /** What was earned by all that is measured; what is earned as planned (level of effort) follows from the status date. */
  readonly measuredMinor?: bigint;
  /** Actual cost as the books have it; the figures get the labour of it that may be shown. */
  readonly spentMinor?: bigint;
  /** A day that progress or cost was reported for. */
  readonly asOf?: string | undefined;
}

/**
 * Saves what changed of a budget, computes its figures again, and announces what is new: the figures when one of them is
 * another, a tolerance when it was broken or is kept again. `before` is the row as it was locked; `rows` is where it lies.
 */
export async function reportMoney(
  work: Work,
  before: BudgetRow,
  change: MoneyChange,
  rows: MoneyRows = moneyTables(work.tx),
): Promise<BudgetRow> {
  const dated = statusAfter(before, change);
  const statusDate = dated.statusDate ?? today(work);
  if (before.statusDate !== null && statusDate !== before.statusDate)
    await rows.keepForecast(before, work.now);
  const planned = await rows.plannedValueAt(before.projectId, statusDate);
  const after = earnedAfter(before, dated, change.measuredMinor, planned.effortMinor);
  const position = { ...after, ...planned, statusDate, hasBudget: after.version > 0 };
  const report = moneyReport({ ...position, evBeforeMinor: before.evMinor });
  const told = {
    ...after,
    pvMinor: planned.pvMinor,
    figuresDate: statusDate,
    spiT: report.spiT ?? null,
    flags: [...report.flags],
  };
  const isNews = hasFigures(told) && FIGURES.some((figure) => isOther(told[figure], before[figure]));
  const moved = { ...told, figuresVersion: before.figuresVersion + (isNews ? 1 : 0) };
  if (isNews && moved.statusDate !== null) await rows.keepReport(moved, report, change.asOf);
  if (isNews) await work.announce(EarnedValueChanged, earnedValueFact(factOf(moved), report));
  const saved = {
    ...moved,
    toleranceState: await watchCost(work, before, { ...moved, forecastMinor: report.forecastMinor }),
    finishToleranceState: await watchFinish(work, before, moved),
  };
  await rows.saveBudget(saved);
  return saved;
}

const FIGURES = [
  'currency',
  'figuresDate',
  'bacMinor',
  'pvMinor',
  'evMinor',
  'acMinor',
  'committedMinor',
  'spiT',
  'flags',
] as const;

/** The status date never goes back: a late report corrects the figures of today. */
function statusAfter(
  before: BudgetRow,
  { asOf, spentMinor, measuredMinor: _measured, ...change }: MoneyChange,
): BudgetRow {
  const statusDate = asOf !== undefined && asOf > (before.statusDate ?? '') ? asOf : before.statusDate;
  const changed = { ...before, ...change, statusDate };
  const acMinor = (spentMinor ?? spentExactly(before)) - untoldLabour(changed);
  return { ...changed, acMinor };
}

/** What is measured, and of the level of effort what is planned by now. */
function earnedAfter(
  before: BudgetRow,
  after: BudgetRow,
  measuredMinor: bigint | undefined,
  effortMinor: bigint,
): BudgetRow {
  const evMinor = (measuredMinor ?? before.evMinor - before.effortMinor) + effortMinor;
  const isComplete = after.bacMinor > 0n && evMinor === after.bacMinor;
  const completedOn = isComplete ? (before.completedOn ?? after.statusDate) : null;
  return { ...after, evMinor, effortMinor, completedOn };
}

/** Nothing is said of a project that has neither budget nor cost. */
function hasFigures({ version, acMinor, committedMinor, labourMinutes, figuresVersion }: BudgetRow): boolean {
  return version > 0 || acMinor !== 0n || committedMinor !== 0n || labourMinutes !== 0 || figuresVersion > 0;
}

function factOf(budget: BudgetRow) {
  return { ...budget, statusDate: budget.figuresDate ?? '', currency: budget.currency ?? '' };
}

function isOther(a: unknown, b: unknown): boolean {
  return Array.isArray(a) ? String(a) !== String(b) : a !== b;
}
