import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { hasRole, requireManager, requireVisible } from '@meridian/access';
import { Answers, Call } from '@meridian/bus';
import { AddCheck, CheckRecorded, MilestoneReadinessChanged, Recorded } from '@meridian/contracts-quality';
import { Refusal } from '@meridian/refusal';
import { checkFact } from '../domain/check-fact.js';
import { readinessFact } from '../domain/readiness-fact.js';
import { answerClosing } from '../persistence/closings.js';
import type { Tx } from '../persistence/database.js';
import { lockMilestone } from '../persistence/milestones.js';

@Controller()
export class AddCheckCommand {
  @Answers(AddCheck)
  async handle(@Payload() request: AddCheck, @Ctx() call: Call<Tx>): Promise<Recorded> {
    const milestone = await lockMilestone(call.tx, request.milestoneId);
    if (hasRole(call.claims, ['quality-manager'])) requireVisible(call.claims, milestone.project);
    else requireManager(call.claims, milestone.project);
    if (milestone.acceptedOn !== null) {
      throw new Refusal(
        'quality/milestone-accepted',
        `"${milestone.name}" is accepted; it takes no more checks.`,
      );
    }

    const check = await call.tx.check.create({
      data: {
        checkId: call.newId(),
        milestoneId: milestone.milestoneId,
        title: request.title,
        isMandatory: request.isMandatory,
        state: 'open',
        position: milestone.checks.length,
        version: 1,
      },
    });

    await call.announce(CheckRecorded, checkFact(milestone, check));
    await call.announce(MilestoneReadinessChanged, readinessFact(milestone, [...milestone.checks, check]));
    await answerClosing(call, milestone.projectId);
    return { id: check.checkId, version: check.version };
  }
}
