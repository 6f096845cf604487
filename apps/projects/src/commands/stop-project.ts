import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Call } from '@meridian/bus';
import { Recorded, StopProject } from '@meridian/contracts-projects';
import { stopProject } from '../domain/lifecycle/move-along.js';
import type { Tx } from '../persistence/database.js';
import { lockLife } from '../persistence/lifecycle.js';
import { requireVersion } from '../persistence/projects.js';
import { stepBy, takeStep } from '../persistence/stage-changes.js';

/** A project ends before its time; the others hear why, and give back what they hold for it. */
@Controller()
export class StopProjectCommand {
  @Answers(StopProject)
  async handle(@Payload() request: StopProject, @Ctx() call: Call<Tx>): Promise<Recorded> {
    const { projectId, reasonCode, reason, evidence = null } = request;
    const { project, life } = await lockLife(call.tx, projectId, call.claims);
    requireVersion(project, call.expectedVersion);
    const stopped = stopProject(life, evidence);
    const step = {
      ...stopped,
      act: 'stopped' as const,
      reasonCode,
      reason,
      evidence,
      ...stepBy(call.claims),
    };
    const { version } = await takeStep(project, step, call);
    return { id: projectId, version };
  }
}
