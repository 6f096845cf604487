import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Delivery, On } from '@meridian/bus';
import { GateDecided } from '@meridian/contracts-governance';
import { ProjectRecorded } from '@meridian/contracts-projects';
import type { Tx } from '../persistence/database.js';
import { lockProject, projectFact } from '../persistence/projects.js';

/** A passed gate opens the next phase; a kill starts the closing. */
@Controller()
export class OnGateDecided {
  @On(GateDecided)
  async handle(@Payload() event: GateDecided, @Ctx() { tx, announce }: Delivery<Tx>): Promise<void> {
    const project = await lockProject(tx, event.projectId);
    if (!project) return;
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
