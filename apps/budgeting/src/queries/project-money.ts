import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { maySeeProject } from '@meridian/access';
import { Answers, Asking } from '@meridian/bus';
import { CostLine, MoneyFigures, PostingLine, ProjectMoney } from '@meridian/contracts-budgeting';
import { minorToWire } from '@meridian/money';
import { maySeeRates } from '../access/may-see-rates.js';
import { costCurve, onWire } from '../domain/plan/cost-curve.js';
import { earnedValueFigures } from '../domain/earned-value/earned-value.js';
import { figuresOnWire } from '../domain/earned-value/earned-value-fact.js';
import { percentOf } from '../domain/earned-value/money-report.js';
import { actualMonths, withActual } from '../persistence/actual-months.js';
import { budgetOf, spentExactly } from '../persistence/budgets.js';
import type { BudgetRow } from '../persistence/budgets.js';
import { Database } from '../persistence/database.js';
import { TIME_DOCUMENT } from '../persistence/entries.js';

const RECENT_POSTINGS = 20;

@Controller()
export class ProjectMoneyQuery {
  constructor(private readonly database: Database) {}

  @Answers(ProjectMoney)
  async handle(@Payload() { projectId }: ProjectMoney, @Ctx() asking: Asking): Promise<MoneyFigures> {
    const [project, row] = await Promise.all([
      this.database.project.findUnique({ where: { projectId } }),
      this.database.budget.findUnique({ where: { projectId } }),
    ]);
    const nothing = { projectId, version: 0, hasBudget: false, flags: [], lines: [], curve: [] };
    if (!project || !row || !maySeeProject(asking.claims, project)) {
      return { ...nothing, recentPostings: [] };
    }
    const withRates = maySeeRates(asking.claims);
    const budget = withRates ? withExactCost(budgetOf(row)) : budgetOf(row);
    const [lines, curve, recentPostings] = await Promise.all([
      this.lines(budget),
      this.curve(projectId, withRates),
      this.postings(projectId, withRates),
    ]);
    return { ...nothing, ...positionOf(budget), lines, curve, recentPostings };
  }

  private async lines({ projectId, version }: BudgetRow): Promise<CostLine[]> {
    const where = { projectId, version };
    const rows = await this.database.budgetLine.findMany({ where, orderBy: { position: 'asc' } });
    return rows.map(({ name, category, amountMinor, taskId }) => ({
      name,
      category: category as CostLine['category'],
      amountMinor: minorToWire(amountMinor),
      ...(taskId === null ? {} : { taskId }),
    }));
  }

  private async curve(projectId: string, withRates: boolean) {
    const [planned, earned, exact] = await Promise.all([
      this.database.plannedMonth.findMany({ where: { projectId } }),
      this.database.earnedMonth.findMany({ where: { projectId } }),
      withRates ? actualMonths(this.database, projectId) : undefined,
    ]);
    return costCurve(planned, exact === undefined ? earned : withActual(earned, exact)).map(onWire);
  }

  /** What one line of a timesheet cost tells a rate. */
  private async postings(projectId: string, withTime: boolean): Promise<PostingLine[]> {
    const isOfTime = { documentKey: { startsWith: TIME_DOCUMENT } };
    const rows = await this.database.journalEntry.findMany({
      where: withTime ? { projectId } : { projectId, OR: [{ documentKey: null }, { NOT: isOfTime }] },
      orderBy: [{ postedOn: 'desc' }, { entryNo: 'desc' }],
      take: RECENT_POSTINGS,
    });
    return rows.map(({ entryId, kind, amountMinor, postedOn, reference }) => ({
      postingId: entryId,
      kind,
      amountMinor: minorToWire(amountMinor),
      postedOn,
      reference,
    }));
  }
}

/** Who may see rates has the cost of the books; the figures of all others have the labour that may be shown. */
function withExactCost(budget: BudgetRow): BudgetRow {
  return { ...budget, acMinor: spentExactly(budget), isCostPartial: false };
}

function positionOf(budget: BudgetRow): Partial<MoneyFigures> {
  const { acMinor, committedMinor, bacMinor, currency, figuresDate, toleranceDays } = budget;
  const { plannedFinish, forecastFinish } = budget;
  if (currency === null || budget.figuresVersion === 0) return { flags: budget.isFrozen ? ['frozen'] : [] };
  const {
    bacMinor: _bac,
    acMinor: _ac,
    ...figures
  } = figuresOnWire({
    figures: earnedValueFigures(budget),
    spiT: budget.spiT ?? undefined,
  });
  return {
    hasBudget: budget.version > 0,
    version: budget.version,
    currency,
    budgetAtCompletionMinor: minorToWire(bacMinor),
    contingencyMinor: minorToWire(budget.contingencyMinor),
    committedMinor: minorToWire(committedMinor),
    actualMinor: minorToWire(acMinor),
    availableMinor: minorToWire(bacMinor - committedMinor - acMinor),
    tolerancePercent: budget.tolerancePercent,
    toleranceState: budget.toleranceState as 'within' | 'breached',
    finishToleranceState: budget.finishToleranceState as 'within' | 'breached',
    ...(toleranceDays === null ? {} : { toleranceDays }),
    ...(plannedFinish === null ? {} : { plannedFinish }),
    ...(forecastFinish === null ? {} : { forecastFinish }),
    ...(figuresDate === null ? {} : { statusDate: figuresDate }),
    ...figures,
    percentComplete: percentOf(budget.evMinor, bacMinor),
    flags: budget.flags,
  };
}
