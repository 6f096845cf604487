import { Refusal } from '@meridian/refusal';
import type { GateEvidence } from '../domain/gate.js';
import type { Tx } from './database.js';

interface EvidenceOf {
  readonly projectId: string;
  readonly phaseId: string;
  readonly milestoneIds: readonly string[];
}

/** A gate with its project, its row locked for this transaction. */
export async function lockGate(tx: Tx, gateId: string) {
  await tx.$queryRaw`SELECT 1 FROM "gate" WHERE "gate_id" = ${gateId}::uuid FOR UPDATE`;
  const gate = await tx.gate.findUnique({ where: { gateId }, include: { project: true } });
  if (!gate)
    throw new Refusal('governance/gate-not-found', 'There is no gate with this id.', { kind: 'not-found' });
  return gate;
}

/** The gate that ends a phase, its row locked for this transaction; null when none is planned. */
export async function lockGateOf(tx: Tx, projectId: string, phaseId: string) {
  await tx.$queryRaw`SELECT 1 FROM "gate"
                      WHERE "project_id" = ${projectId}::uuid AND "phase_id" = ${phaseId} FOR UPDATE`;
  return tx.gate.findUnique({ where: { projectId_phaseId: { projectId, phaseId } } });
}

/** The milestones a gate asks for: those of its phase and those it names, by name. */
export function evidenceOf(tx: Pick<Tx, 'evidence'>, gate: EvidenceOf): Promise<GateEvidence[]> {
  return tx.evidence.findMany({
    where: {
      projectId: gate.projectId,
      OR: [{ phaseId: gate.phaseId }, { milestoneId: { in: [...gate.milestoneIds] } }],
    },
    select: { milestoneId: true, name: true, isReady: true, openMandatory: true },
    orderBy: [{ name: 'asc' }, { milestoneId: 'asc' }],
  });
}
