import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Call } from '@meridian/bus';
import { Recorded, SetMilestoneCriteria } from '@meridian/contracts-projects';
import { requireSettable } from '../domain/milestone/milestone-criteria.js';
import type { Tx } from '../persistence/database.js';
import { loadSeenMilestone } from '../persistence/milestone-history.js';
import { save } from '../persistence/milestones.js';
import { lockManaged } from '../persistence/projects.js';

/** Who answers for a milestone and what must be true for it to be accepted. */
@Controller()
export class SetMilestoneCriteriaCommand {
  @Answers(SetMilestoneCriteria)
  async handle(@Payload() request: SetMilestoneCriteria, @Ctx() call: Call<Tx>): Promise<Recorded> {
    const { claims } = call;
    const { projectId, milestoneId } = request;
    await lockManaged(call.tx, projectId, claims);
    const milestone = await loadSeenMilestone(call, { projectId, milestoneId });
    const criteria = request.criteria.map(({ text, evidence = null }) => ({ text, evidence }));
    requireSettable(milestone, criteria);
    const { ownerPersonId = milestone.ownerPersonId } = request;
    const isSameOwner = ownerPersonId === milestone.ownerPersonId;
    const ownerName = request.ownerName ?? (isSameOwner ? milestone.ownerName : null);
    const change = { milestone, changes: { criteria, ownerPersonId, ownerName } };
    const { version } = await save(call, change, { cause: 'record', claims });
    return { id: milestoneId, version };
  }
}
