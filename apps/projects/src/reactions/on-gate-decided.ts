import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Delivery, On } from '@meridian/bus';
import { GateDecided } from '@meridian/contracts-governance';
import { ProjectRecorded } from '@meridian/contracts-projects';
import type { Tx } from '../persistence/database.js';
import { loadPlan } from '../persistence/plans.js';
import { lockProject, projectFact } from '../persistence/projects.js';
import { keepCheck } from '../persistence/schedule-checks.js';

/** A passed gate opens the next phase; a kill starts the closing. How good the schedule was that day is kept. */
@Controller()
export class OnGateDecided {
  @On(GateDecided)
  async handle(@Payload() event: GateDecided, @Ctx() delivery: Delivery<Tx>): Promise<void> {
    const { tx, announce } = delivery;
    const project = await lockProject(tx, event.projectId);
    if (!project) return;
    await keepCheckAtGate(event, delivery);
    const change =
      event.decision === 'kill'
        ? { stage: 'closing' }
        : event.nextPhaseId === undefined
          ? null
          : { currentPhaseId: event.nextPhaseId };
    if (change === null) return;
    const changed = await tx.project.update({
      where: { projectId: project.projectId },
      data: { ...change, version: project.version + 1 },
    });
    await announce(ProjectRecorded, projectFact(changed));
  }
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
