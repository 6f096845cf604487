import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Call } from '@meridian/bus';
import { Recorded, ShareMilestone } from '@meridian/contracts-projects';
import { Refusal } from '@meridian/refusal';
import type { Tx } from '../persistence/database.js';
import { loadSeenMilestone } from '../persistence/milestone-history.js';
import { save } from '../persistence/milestones.js';
import { lockManaged } from '../persistence/projects.js';

@Controller()
export class ShareMilestoneCommand {
  @Answers(ShareMilestone)
  async handle(@Payload() request: ShareMilestone, @Ctx() call: Call<Tx>): Promise<Recorded> {
    const { projectId, milestoneId } = request;
    await lockManaged(call.tx, projectId, call.claims);
    const milestone = await loadSeenMilestone(call, { projectId, milestoneId });
    const sharedWith = [...new Set(request.sharedWith)].filter((id) => id !== projectId);
    const found = await call.tx.project.count({ where: { projectId: { in: sharedWith } } });
    if (found !== sharedWith.length) {
      throw new Refusal(
        'projects/shared-with-unknown',
        'A milestone is shared with projects that exist; one of the ids is none.',
        {
          kind: 'unprocessable',
        },
      );
    }
    const ownerPersonId = request.ownerPersonId ?? milestone.ownerPersonId;
    const ownerName = ownerPersonId === milestone.ownerPersonId ? milestone.ownerName : null;
    const change = { milestone, changes: { sharedWith, ownerPersonId, ownerName } };
    const saved = await save(call, change, { cause: 'record', claims: call.claims });
    return { id: milestoneId, version: saved.version };
  }
}
