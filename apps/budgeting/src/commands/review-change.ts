import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { requireManager } from '@meridian/access';
import { Answers, Call } from '@meridian/bus';
import { ChangeSetLine, ReviewChange } from '@meridian/contracts-budgeting';
import { Refusal } from '@meridian/refusal';
import { requireInReview, requireReview } from '../domain/portfolio/change-set.js';
import type { Tx } from '../persistence/database.js';
import { lockedChangeSet, lineOnWire } from '../persistence/change-sets.js';
import { requireApproverRole, requireVersion } from '../access/may-change-money.js';

/** The manager of a project answers to what a portfolio decision makes of it; what is no project yet the PMO or a sponsor. */
@Controller()
export class ReviewChangeCommand {
  @Answers(ReviewChange)
  async handle(@Payload() request: ReviewChange, @Ctx() call: Call<Tx>): Promise<ChangeSetLine> {
    const { tx, claims } = call;
    const { scenarioId, candidateId, verdict, reason, newBudgetMinor } = request;
    const where = { scenarioId };
    const changeSet = await lockedChangeSet(tx, scenarioId);
    const line = changeSet.lines.find((one) => one.candidateId === candidateId);
    if (!line) {
      throw new Refusal(
        'budgeting/unknown-change',
        `"${changeSet.name}" changes nothing of ${candidateId}.`,
        {
          kind: 'not-found',
        },
      );
    }
    const { projectId } = line;
    if (projectId === null) requireApproverRole(claims);
    else requireManager(claims, await tx.project.findUnique({ where: { projectId } }));
    requireInReview(changeSet);
    requireVersion(call.expectedVersion, line.version);
    requireReview(verdict, reason);
    await tx.changeSet.update({ where, data: { version: { increment: 1 } } });
    const reviewed = await tx.changeSetLine.update({
      where: { scenarioId_candidateId: { scenarioId, candidateId } },
      data: {
        version: line.version + 1,
        review: verdict,
        reason: reason ?? null,
        newBudgetMinor: newBudgetMinor === undefined ? line.newBudgetMinor : BigInt(newBudgetMinor),
        reviewedBy: claims.name,
        reviewedAt: call.now,
      },
    });
    return lineOnWire(reviewed);
  }
}
