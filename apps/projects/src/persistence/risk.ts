import type { RaidEntry } from '../domain/raid/raid-entry.js';
import type { Estimate } from '../domain/risk/estimate.js';
import { simulatedRisks } from '../domain/risk/risk-events.js';
import type { RiskFigures } from '../domain/risk/risk-figures.js';
import { openTasks, type UncertainPlan } from '../domain/risk/risk-inputs.js';
import type { Tx } from './database.js';
import type { Prisma } from './generated/client.js';
import type { LoadedPlan } from './plans.js';
import { entryOfRow } from './raid-rows.js';

export type EstimateRow = Prisma.TaskEstimateGetPayload<object>;
export type SimulationRow = Prisma.RiskSimulationGetPayload<object>;

function estimateRows(tx: Tx, projectId: string): Promise<EstimateRow[]> {
  return tx.taskEstimate.findMany({ where: { projectId }, orderBy: { taskId: 'asc' } });
}

/** Estimates of tasks that the plan no longer has wait for their return; they count for nothing. */
function estimatesOf(rows: readonly EstimateRow[]): Estimate[] {
  return rows.map(({ taskId, lowMinutes, likelyMinutes, highMinutes, shape }) => ({
    taskId,
    lowMinutes,
    likelyMinutes,
    highMinutes,
    shape: shape as Estimate['shape'],
  }));
}

/** What makes a plan uncertain: estimates and risks. */
export interface Uncertainty {
  readonly estimates: readonly EstimateRow[];
  readonly register: readonly RaidEntry[];
}

export async function uncertainty(tx: Tx, projectId: string): Promise<Uncertainty> {
  const estimates = await estimateRows(tx, projectId);
  const risks = await tx.raidEntry.findMany({ where: { projectId, kind: 'risk', status: 'open' } });
  return { estimates, register: risks.map(entryOfRow) };
}

/** A plan with what makes it uncertain, as the simulation takes it. */
export function uncertainPlan(
  { network, tasks }: Pick<LoadedPlan, 'network' | 'tasks'>,
  { estimates, register }: Uncertainty,
  currency: string,
): UncertainPlan {
  const risks = simulatedRisks(register, openTasks(tasks), currency);
  return { network, tasks, estimates: estimatesOf(estimates), risks };
}

export function lastSimulation(tx: Tx, projectId: string): Promise<SimulationRow | null> {
  return tx.riskSimulation.findFirst({
    where: { projectId },
    orderBy: [{ requestedAt: 'desc' }, { simulationId: 'asc' }],
  });
}

export function figuresOf({ figures }: SimulationRow): RiskFigures {
  return figures as unknown as RiskFigures;
}

export type NewSimulation = Omit<SimulationRow, 'figures'> & { readonly figures: RiskFigures };

export async function keepSimulation(tx: Tx, { figures, ...facts }: NewSimulation): Promise<void> {
  await tx.riskSimulation.create({
    data: { ...facts, figures: figures as unknown as Prisma.InputJsonObject },
  });
}
