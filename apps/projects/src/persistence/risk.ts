import type { Estimate } from '../domain/risk/estimate.js';
import type { RiskFigures } from '../domain/risk/risk-figures.js';
import type { Tx } from './database.js';
import type { Prisma } from './generated/client.js';

export type EstimateRow = Prisma.TaskEstimateGetPayload<object>;
export type SimulationRow = Prisma.RiskSimulationGetPayload<object>;

export function estimateRows(tx: Tx, projectId: string): Promise<EstimateRow[]> {
  return tx.taskEstimate.findMany({ where: { projectId }, orderBy: { taskId: 'asc' } });
}

/** Estimates of tasks that the plan no longer has wait for their return; they count for nothing. */
export function estimatesOf(rows: readonly EstimateRow[]): Estimate[] {
  return rows.map(({ taskId, lowMinutes, likelyMinutes, highMinutes, shape }) => ({
    taskId,
    lowMinutes,
    likelyMinutes,
    highMinutes,
    shape: shape as Estimate['shape'],
  }));
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
