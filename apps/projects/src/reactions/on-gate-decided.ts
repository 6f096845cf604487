import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Delivery, On } from '@meridian/bus';
import { GateDecided } from '@meridian/contracts-governance';
import { ProjectRecorded } from '@meridian/contracts-projects';
import { stopProject } from '../domain/lifecycle/move-along.js';
import { isStoppable } from '../domain/lifecycle/transitions.js';
import type { Tx } from '../persistence/database.js';
import { loadPlan } from '../persistence/plans.js';
import { lifeOf } from '../persistence/lifecycle.js';
import { lockProject, projectFact, type ProjectRow } from '../persistence/projects.js';
import { keepCheck } from '../persistence/schedule-checks.js';
import { takeStep } from '../persistence/stage-changes.js';

/** A passed gate opens the next phase; a kill stops the project, unless its work is over. How good the schedule was that day is kept. */
@Controller()
export class OnGateDecided {
  @On(GateDecided)
  async handle(@Payload() event: GateDecided, @Ctx() delivery: Delivery<Tx>): Promise<void> {
    const { tx, announce } = delivery;
    const project = await lockProject(tx, event.projectId);
    if (!project || project.stage === 'archived') return;
    await keepCheckAtGate(event, delivery);
    if (event.decision === 'kill') return kill(project, event, delivery);
    if (event.nextPhaseId === undefined) return;
    const changed = await tx.project.update({
      where: { projectId: project.projectId },
      data: { currentPhaseId: event.nextPhaseId, version: project.version + 1 },
    });
    await announce(ProjectRecorded, projectFact(changed));
  }
}

/** Governance decided who may: what the gate's sponsor or the PMO said there is the decision that a stop asks for. */
async function kill(project: ProjectRow, event: GateDecided, delivery: Delivery<Tx>): Promise<void> {
  const life = await lifeOf(delivery.tx, project, ['sponsor']);
  if (!isStoppable(life.stage)) return;
  const evidence = `Gate of ${event.decidedOn}: ${event.name}`.slice(0, 300);
  await takeStep(
    project,
    {
      ...stopProject(life, evidence),
      act: 'gate',
      reasonCode: 'gate-decision',
      reason: event.reason,
      evidence,
      by: event.decidedBy,
      byName: event.decidedByName,
    },
    delivery,
  );
}

async function keepCheckAtGate(
  { projectId, gateId, name }: GateDecided,
  delivery: Delivery<Tx>,
): Promise<void> {
  const { tx, now, newId } = delivery;
  const hasPlan = (await tx.plan.count({ where: { projectId } })) > 0;
  if (!hasPlan) return;
  await keepCheck(tx, await loadPlan(tx, projectId), { checkId: newId(), at: now, gate: { gateId, name } });
}
