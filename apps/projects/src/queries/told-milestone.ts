import type { MilestoneTrendLine } from '@meridian/contracts-projects';
import { slipDays } from '../domain/milestone/milestone.js';
import { milestoneTrend, type MilestoneReading } from '../domain/milestone/milestone-trend.js';
import type { Tx } from '../persistence/database.js';
import { criteriaOf, toldCriteria } from '../persistence/milestone-history.js';
import type { MilestoneRow } from '../persistence/milestones.js';
import { withoutGaps } from '../persistence/without-gaps.js';

/** A milestone as lists show it. */
export function toldLine(milestone: MilestoneRow) {
  const { milestoneId, name, forecastOn, isDone, sharedWith, version } = milestone;
  const { phaseId, baselineOn, acceptedOn } = milestone;
  return {
    milestoneId,
    name,
    forecastOn,
    slipDays: slipDays(milestone),
    isDone,
    sharedWith,
    version,
    ...withoutGaps({ phaseId, baselineOn, acceptedOn }),
  };
}

/** The same with how its forecast moved. */
export function toldTrend(
  milestone: MilestoneRow,
  readings: readonly MilestoneReading[],
  asOf: string,
): MilestoneTrendLine {
  const { actualOn, ownerName } = milestone;
  const trend = milestoneTrend(readings, { asOf, isReached: milestone.isDone });
  const { points, movedDays, firstBaselineOn, slipSinceFirstDays } = trend;
  return {
    ...toldLine(milestone),
    criteria: toldCriteria(criteriaOf(milestone)),
    movedDays,
    points: points.map((point) => ({ ...point })),
    ...withoutGaps({ actualOn, ownerName, firstBaselineOn, slipSinceFirstDays }),
  };
}

/** The last reporting date: the status date of the plan, or today. */
export async function lastReport(tx: Tx, projectId: string, now: Date): Promise<string> {
  const plan = await tx.plan.findUnique({ where: { projectId }, select: { dataDate: true } });
  return plan?.dataDate ?? now.toISOString().slice(0, 10);
}
