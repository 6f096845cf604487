import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Call } from '@meridian/bus';
import { ProjectRecorded, Recorded, SubmitIdea } from '@meridian/contracts-projects';
import type { Tx } from '../persistence/database.js';
import { projectFact, requireFree } from '../persistence/projects.js';
import { beginHistory, stepBy } from '../persistence/stage-changes.js';
import { placeByName } from '../persistence/tree.js';

const IDEAS = 'Ideas';

/** Anybody may have an idea; its words stay as they were sent, whatever becomes of it. */
@Controller()
export class SubmitIdeaCommand {
  @Answers(SubmitIdea)
  async handle(@Payload() request: SubmitIdea, @Ctx() call: Call<Tx>): Promise<Recorded> {
    const { tx, now } = call;
    const { projectId = call.newId(), portfolio = IDEAS, name, request: words, ...about } = request;
    const code = `I-${projectId.slice(0, 8).toUpperCase()}`;
    await requireFree(tx, { projectId, code });
    const { by, byName } = stepBy(call.claims);
    const { orgUnit, category } = about;
    await tx.originalRequest.create({
      data: {
        projectId,
        name,
        request: words,
        orgUnit,
        category,
        submittedBy: by,
        submittedByName: byName,
        submittedAt: now,
      },
    });
    const idea = await tx.project.create({
      data: { projectId, version: 1, code, name, portfolio, stage: 'idea', ...about },
    });
    await placeByName(tx, [idea], call.newId);
    await beginHistory(idea, { act: 'submitted', reason: 'An idea was submitted.', by, byName }, call);
    await call.announce(ProjectRecorded, projectFact(idea));
    return { id: projectId, version: 1 };
  }
}
