import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Call } from '@meridian/bus';
import { Recorded, ShareMilestone } from '@meridian/contracts-projects';
import { Refusal } from '@meridian/refusal';
import type { Tx } from '../persistence/database.js';
import { save, type MilestoneRow } from '../persistence/milestones.js';
import { lockManaged } from '../persistence/projects.js';

@Controller()
export class ShareMilestoneCommand {
  @Answers(ShareMilestone)
  async handle(@Payload() request: ShareMilestone, @Ctx() call: Call<Tx>): Promise<Recorded> {
    const { projectId, milestoneId } = request;
    await lockManaged(call.tx, projectId, call.claims);
    const milestone = await call.tx.milestone.findUnique({ where: { milestoneId } });
    if (milestone?.projectId !== projectId || milestone.isWithdrawn) {
      throw new Refusal(
        'projects/milestone-not-found',
        'The plan of this project has no milestone with this id.',
        {
          kind: 'not-found',
        },
      );
    }
    requireMilestoneVersion(milestone, call.expectedVersion);
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
    const saved = await save(call.tx, call.announce, milestone, { sharedWith, ownerPersonId });
    return { id: milestoneId, version: saved.version };
  }
}

function requireMilestoneVersion({ version }: MilestoneRow, expected: number | undefined): void {
  if (expected === undefined || expected === version) return;
  throw new Refusal(
    'projects/version-conflict',
    `The milestone was changed since you read it (it is at version ${version} now); read it again and decide anew.`,
    { kind: 'stale-version', details: { version } },
  );
}
