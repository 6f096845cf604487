import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { requireVisible } from '@meridian/access';
import { Answers, Call } from '@meridian/bus';
import {
  AcceptMilestone,
  MilestoneAccepted,
  MilestoneReadinessChanged,
  Recorded,
} from '@meridian/contracts-quality';
import { Refusal } from '@meridian/refusal';
import type { CheckState } from '../domain/check.js';
import { requireReady } from '../domain/readiness.js';
import { readinessFact } from '../domain/readiness-fact.js';
import { answerClosing } from '../persistence/closings.js';
import type { Tx } from '../persistence/database.js';
import { lockMilestone, type LockedMilestone } from '../persistence/milestones.js';

@Controller()
export class AcceptMilestoneCommand {
  @Answers(AcceptMilestone)
  async handle(@Payload() request: AcceptMilestone, @Ctx() call: Call<Tx>): Promise<Recorded> {
    const milestone = await lockMilestone(call.tx, request.milestoneId);
    requireVisible(call.claims, milestone.project);
    requireOpen(milestone, request, call);
    requireReady(
      milestone.name,
      milestone.checks.map((check) => ({ ...check, state: check.state as CheckState })),
    );

    const accepted = await call.tx.milestone.update({
      where: { milestoneId: milestone.milestoneId },
      data: {
        acceptedOn: call.now.toISOString().slice(0, 10),
        acceptedBy: call.claims.personId ?? call.claims.subject,
        acceptedByName: call.claims.name,
        statement: request.statement ?? null,
        version: milestone.version + 1,
      },
    });

    await call.announce(MilestoneAccepted, {
      projectId: accepted.projectId,
      milestoneId: accepted.milestoneId,
      milestoneName: accepted.name,
      acceptedBy: accepted.acceptedBy ?? '',
      acceptedByName: accepted.acceptedByName ?? '',
      acceptedOn: accepted.acceptedOn ?? '',
      ...(accepted.statement === null ? {} : { statement: accepted.statement }),
    });
    await call.announce(MilestoneReadinessChanged, readinessFact(accepted, milestone.checks));
    await answerClosing(call, accepted.projectId);
    return { id: accepted.milestoneId, version: accepted.version };
  }
}

function requireOpen(milestone: LockedMilestone, request: AcceptMilestone, call: Call<Tx>): void {
  if (milestone.projectId !== request.projectId) {
    throw new Refusal('quality/milestone-not-found', 'This project has no milestone with this id.', {
      kind: 'not-found',
    });
  }
  if (milestone.acceptedOn !== null) {
    throw new Refusal(
      'quality/milestone-accepted',
      `"${milestone.name}" was accepted on ${milestone.acceptedOn} by ${milestone.acceptedByName}.`,
    );
  }
  if (call.expectedVersion !== undefined && call.expectedVersion !== milestone.version) {
    throw new Refusal(
      'quality/version-conflict',
      `The milestone was changed since you read it (it is at version ${milestone.version} now); read it again.`,
      { kind: 'stale-version', details: { version: milestone.version } },
    );
  }
}
