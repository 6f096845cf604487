import {
  FinishToleranceBreached,
  FinishToleranceRestored,
  ToleranceBreached,
  ToleranceRestored,
} from '@meridian/contracts-budgeting';
import { minorToWire } from '@meridian/money';
import { earnedValueFigures } from '../domain/earned-value/earned-value.js';
import { forecastOf } from '../domain/earned-value/money-report.js';
import { readCostTolerance, readTimeTolerance } from '../domain/earned-value/tolerance.js';
import type { ToleranceState } from '../domain/earned-value/tolerance.js';
import type { BudgetRow } from './budgets.js';
import { noteForecastMove } from './variances.js';
import { today } from './work.js';
import type { Work } from './work.js';

/** A budget with what it is forecast to cost now. */
interface CostForecast extends BudgetRow {
  readonly forecastMinor: bigint;
}

/** Reads the cost tolerance on the forecast and tells a transition, once, with the forecast before and now. */
export async function watchCost(work: Work, before: BudgetRow, after: CostForecast): Promise<ToleranceState> {
  const { projectId, bacMinor, forecastMinor, tolerancePercent, currency } = after;
  const { state, transition, deviation } = readCostTolerance(
    { costPercent: tolerancePercent },
    { budgetMinor: bacMinor, forecastMinor },
    after.toleranceState as ToleranceState,
  );
  if (transition === undefined) return state;
  const told = {
    projectId,
    dimension: 'cost' as const,
    deviationPercent: deviation ?? '0',
    forecastMinor: minorToWire(forecastMinor),
    forecastBeforeMinor: minorToWire(forecastOf(before, earnedValueFigures(before))),
    budgetMinor: minorToWire(bacMinor),
    currency: currency ?? '',
  };
  if (transition === 'restored') await work.announce(ToleranceRestored, told);
  else {
    const since = after.figuresDate ?? '';
    await work.announce(ToleranceBreached, { ...told, limitPercent: tolerancePercent, since });
  }
  await noteForecastMove(work, {
    projectId,
    of: 'cost',
    transition,
    limit: tolerancePercent,
    deviation: told.deviationPercent,
    forecastBefore: told.forecastBeforeMinor,
    forecast: told.forecastMinor,
  });
  return state;
}

/** The same for the finish that the schedule forecasts; without a baseline or a forecast there is nothing to compare. */
export async function watchFinish(work: Work, before: BudgetRow, after: BudgetRow): Promise<ToleranceState> {
  const { projectId, plannedFinish, forecastFinish, toleranceDays, statusDate } = after;
  const known = after.finishToleranceState as ToleranceState;
  if (plannedFinish === null || forecastFinish === null) return known;
  const limit = toleranceDays === null ? {} : { timeDays: toleranceDays };
  const { state, transition, deviation } = readTimeTolerance(limit, { plannedFinish, forecastFinish }, known);
  if (transition === undefined) return state;
  const told = {
    projectId,
    deviationDays: Number(deviation),
    plannedFinish,
    forecastFinish,
    ...(before.forecastFinish === null ? {} : { forecastBefore: before.forecastFinish }),
  };
  if (transition === 'restored') {
    const left = toleranceDays === null ? {} : { limitDays: toleranceDays };
    await work.announce(FinishToleranceRestored, { ...told, ...left });
  } else {
    const since = statusDate ?? today(work);
    await work.announce(FinishToleranceBreached, { ...told, limitDays: toleranceDays ?? 0, since });
  }
  await noteForecastMove(work, {
    projectId,
    of: 'finish',
    transition,
    limit: String(toleranceDays ?? 0),
    deviation: String(told.deviationDays),
    forecastBefore: before.forecastFinish,
    forecast: forecastFinish,
  });
  return state;
}
