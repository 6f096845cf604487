import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Call } from '@meridian/bus';
import { ProjectRecorded, Recorded, ReviseProject } from '@meridian/contracts-projects';
import { Refusal } from '@meridian/refusal';
import type { Tx } from '../persistence/database.js';
import { lockManaged, phasesOf, projectFact, requireVersion } from '../persistence/projects.js';
import { lockTree, placeByName } from '../persistence/tree.js';

@Controller()
export class ReviseProjectCommand {
  @Answers(ReviseProject)
  async handle(@Payload() request: ReviseProject, @Ctx() call: Call<Tx>): Promise<Recorded> {
    const { projectId, ...changes } = request;
    if (changes.programme !== undefined) await lockTree(call.tx);
    const project = await lockManaged(call.tx, projectId, call.claims);
    requireVersion(project, call.expectedVersion);
    requireSameStage(project.stage, changes.stage);
    const phases = phasesOf(project).map(({ phaseId }) => phaseId);
    if (changes.currentPhaseId !== undefined && !phases.includes(changes.currentPhaseId)) {
      throw new Refusal(
        'projects/unknown-phase',
        `"${changes.currentPhaseId}" is none of the phases (${phases.join(', ') || 'there are none'}).`,
        { kind: 'unprocessable' },
      );
    }
    const revised = await call.tx.project.update({
      where: { projectId },
      data: { ...changes, version: project.version + 1 },
    });
    if (revised.programme !== project.programme) await placeByName(call.tx, [revised], call.newId);
    await call.announce(ProjectRecorded, projectFact(revised));
    return { id: projectId, version: revised.version };
  }
}

/** The stage is no field to fill in: every step of a project's life has its guards, its reason and its place in the history. */
function requireSameStage(stage: string, wanted: string | undefined): void {
  if (wanted === undefined || wanted === stage) return;
  throw new Refusal(
    'projects/stage-not-revised',
    `The project's stage is ${stage}; a revision leaves it. Move the project along (POST /v1/projects/{projectId}/stage) or stop it.`,
    { details: { stage } },
  );
}
