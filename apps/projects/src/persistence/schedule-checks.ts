import { momentFromIso } from '@meridian/calendar';
import { checkSchedule } from '@meridian/network';
import { checkResult, type CheckResult } from '../domain/schedule-quality/check-result.js';
import { planToCheck, type PlanToJudge } from '../domain/schedule-quality/plan-to-check.js';
import type { Tx } from './database.js';
import type { Prisma } from './generated/client.js';
import type { LoadedPlan, PlanState } from './plans.js';
import { lastSimulation } from './risk.js';

export interface CheckOccasion {
  readonly checkId: string;
  readonly at: Date;
  readonly gate?: { readonly gateId: string; readonly name: string };
}

/** A computed plan, and which state of the schedule it is. */
export interface CheckedPlan extends Pick<LoadedPlan, 'network' | 'tasks' | 'dates'> {
  readonly state: Pick<PlanState, 'projectId' | 'planVersion' | 'scheduleVersion' | 'dataDate'>;
}

/** Judges a plan and keeps what came of it. */
export async function keepCheck(
  tx: Tx,
  plan: CheckedPlan,
  { checkId, at, gate }: CheckOccasion,
): Promise<void> {
  const { projectId, planVersion, scheduleVersion } = plan.state;
  const { points, ...counts } = checkResult(checkSchedule(planToCheck(await judgeable(tx, plan))));
  await tx.scheduleCheck.create({
    data: {
      checkId,
      projectId,
      checkedAt: at,
      occasion: gate ? 'gate' : 'import',
      gateId: gate?.gateId ?? null,
      gateName: gate?.name ?? null,
      planVersion,
      scheduleVersion,
      ...counts,
      points: points as unknown as Prisma.InputJsonArray,
    },
  });
}

/** A plan with what else the checks ask about it. */
export async function judgeable(tx: Tx, plan: CheckedPlan): Promise<PlanToJudge> {
  const { network, tasks, dates, state } = plan;
  const assigned = await tx.assignment.findMany({
    where: { projectId: state.projectId },
    select: { taskId: true },
    distinct: ['taskId'],
  });
  const simulated = await lastSimulation(tx, state.projectId);
  return {
    network,
    tasks,
    dates,
    assigned: new Set(assigned.map(({ taskId }) => taskId)),
    dataDate: state.dataDate,
    riskAnalysedAt:
      simulated === null ? null : momentFromIso(simulated.requestedAt.toISOString().slice(0, 16)),
  };
}

const TOLD_RUNS = 50;

/** Checks that were kept, the last one first. */
export async function keptChecks(tx: Tx, projectId: string) {
  const rows = await tx.scheduleCheck.findMany({
    where: { projectId },
    orderBy: [{ checkedAt: 'desc' }, { checkId: 'asc' }],
    take: TOLD_RUNS,
  });
  return rows.map(({ projectId: _, gateId: __, gateName, occasion, checkedAt, points, ...row }) => ({
    ...row,
    checkedAt: checkedAt.toISOString(),
    occasion: occasion as 'import' | 'gate',
    ...(gateName === null ? {} : { gateName }),
    points: points as unknown as CheckResult['points'],
  }));
}
