import { allocateMinor } from '@meridian/money';
import type { BudgetPosition } from '../ledger/ledger.js';

/** Labour that was posted to one budget in one of its fiscal periods. */
export interface LabourCell {
  readonly projectId: string;
  readonly budgetId: string;
  readonly period: string;
  readonly labourMinor: bigint;
  readonly minutes: number;
}

/** What is added to the actual cost of a cell for whoever may not see rates, and taken from what is available. */
export interface CellMask {
  readonly budgetId: string;
  readonly period: string;
  readonly addedMinor: bigint;
}

/**
 * Below a project few people work on one budget, so the labour there is told at the average hour of the project: what the figures
 * of the project say of its labour (`labour-in-figures`) is shared out by hours, and sums exactly. So it depends on hours and on
 * that figure only, never on who worked where.
 *
 * @param shownMinor by project
 */
export function labourMask(
  cells: readonly LabourCell[],
  shownMinor: ReadonlyMap<string, bigint>,
): readonly CellMask[] {
  const projectIds = [...new Set(cells.map(({ projectId }) => projectId))];
  return projectIds.flatMap((projectId) => {
    const own = cells.filter((cell) => cell.projectId === projectId);
    const shares = sharesOf(own, shownMinor.get(projectId) ?? 0n);
    return own.map(({ budgetId, period, labourMinor }, index) => ({
      budgetId,
      period,
      addedMinor: (shares[index] ?? 0n) - labourMinor,
    }));
  });
}

/** A position with the labour that may be told instead of its own. */
export function maskedPosition(
  position: BudgetPosition,
  masks: readonly CellMask[],
  at: { readonly budgetId: string; readonly period: string },
): BudgetPosition {
  const mask = masks.find(({ budgetId, period }) => budgetId === at.budgetId && period === at.period);
  const addedMinor = mask?.addedMinor ?? 0n;
  return {
    ...position,
    actualMinor: position.actualMinor + addedMinor,
    availableMinor: position.availableMinor - addedMinor,
  };
}

/** Hours that were taken back in another period than they were booked in weigh nothing. */
function sharesOf(cells: readonly LabourCell[], shownMinor: bigint): readonly bigint[] {
  const weights = cells.map(({ minutes }) => BigInt(Math.max(minutes, 0)));
  const weighsNothing = weights.every((weight) => weight === 0n);
  return allocateMinor(shownMinor, weighsNothing ? weights.map(() => 1n) : weights);
}
