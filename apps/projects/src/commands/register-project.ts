import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Call } from '@meridian/bus';
import { ProjectRecorded, Recorded, RegisterProject } from '@meridian/contracts-projects';
import { Refusal } from '@meridian/refusal';
import { startClosing } from '../persistence/closings.js';
import type { Tx } from '../persistence/database.js';
import { projectFact, requireFree } from '../persistence/projects.js';
import { beginHistory, stepBy } from '../persistence/stage-changes.js';
import { placeByName } from '../persistence/tree.js';

@Controller()
export class RegisterProjectCommand {
  @Answers(RegisterProject)
  async handle(@Payload() request: RegisterProject, @Ctx() call: Call<Tx>): Promise<Recorded> {
    const { projectId = call.newId(), phases, ...record } = request;
    requirePhase(request);
    await requireFree(call.tx, { projectId, code: record.code });
    const project = await call.tx.project.create({
      data: { projectId, version: 1, ...record, phases: phases.map((phase) => ({ ...phase })) },
    });
    await placeByName(call.tx, [project], call.newId);
    const reason = 'It was registered in this stage.';
    await beginHistory(project, { act: 'registered', reason, ...stepBy(call.claims) }, call);
    await call.announce(ProjectRecorded, projectFact(project));
    if (project.stage === 'closing') {
      await startClosing(project, { byName: call.claims.name, isStopped: false }, call);
    }
    return { id: projectId, version: 1 };
  }
}

function requirePhase({ phases, currentPhaseId }: RegisterProject): void {
  const ids = phases.map(({ phaseId }) => phaseId);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) {
    throw new Refusal(
      'projects/phase-twice',
      `The phase "${twice}" is given twice; every phase has an id of its own.`,
      {
        kind: 'unprocessable',
      },
    );
  }
  if (currentPhaseId !== undefined && !ids.includes(currentPhaseId)) {
    throw new Refusal(
      'projects/unknown-phase',
      `"${currentPhaseId}" is none of the phases (${ids.join(', ') || 'there are none'}).`,
      { kind: 'unprocessable' },
    );
  }
}
