import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Call } from '@meridian/bus';
import { MoveProject, Recorded } from '@meridian/contracts-projects';
import { moveAlong } from '../domain/lifecycle/move-along.js';
import type { Tx } from '../persistence/database.js';
import { lockLife } from '../persistence/lifecycle.js';
import { requireVersion } from '../persistence/projects.js';
import { stepBy, takeStep } from '../persistence/stage-changes.js';

/** A project goes to another stage when everything that stage asks for is there. */
@Controller()
export class MoveProjectCommand {
  @Answers(MoveProject)
  async handle(@Payload() request: MoveProject, @Ctx() call: Call<Tx>): Promise<Recorded> {
    const { projectId, to, reason, evidence = null, override = null } = request;
    const { project, life } = await lockLife(call.tx, projectId, call.claims);
    requireVersion(project, call.expectedVersion);
    const moved = moveAlong(life, to, evidence, override);
    const step = { ...moved, act: 'moved' as const, reason, evidence, override, ...stepBy(call.claims) };
    const { version } = await takeStep(project, step, call);
    return { id: projectId, version };
  }
}
