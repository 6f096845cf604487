import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { requireVisible } from '@meridian/access';
import { Answers, Call } from '@meridian/bus';
import { CheckRecorded, DecideCheck, MilestoneReadinessChanged, Recorded } from '@meridian/contracts-quality';
import { Refusal } from '@meridian/refusal';
import { decideCheck, type CheckState } from '../domain/check.js';
import { checkFact } from '../domain/check-fact.js';
import { readinessFact } from '../domain/readiness-fact.js';
import { answerClosing } from '../persistence/closings.js';
import type { Tx } from '../persistence/database.js';
import { lockMilestone } from '../persistence/milestones.js';

@Controller()
export class DecideCheckCommand {
  @Answers(DecideCheck)
  async handle(@Payload() request: DecideCheck, @Ctx() call: Call<Tx>): Promise<Recorded> {
    const found = await call.tx.check.findUnique({
      where: { checkId: request.checkId },
      select: { milestoneId: true },
    });
    if (!found) throw checkNotFound();
    const milestone = await lockMilestone(call.tx, found.milestoneId);
    requireVisible(call.claims, milestone.project);
    const check = milestone.checks.find(({ checkId }) => checkId === request.checkId);
    if (!check) throw checkNotFound();
    if (call.expectedVersion !== undefined && call.expectedVersion !== check.version)
      throw changedSince(check.version);

    const decided = decideCheck(
      { ...check, state: check.state as CheckState },
      request,
      milestone.acceptedOn !== null,
    );
    const { state, evidence, reason, version } = decided;
    const saved = await call.tx.check.update({
      where: { checkId: check.checkId },
      data: { state, evidence, reason, version, ...decider(call, state) },
    });

    const checks = milestone.checks.map((other) => (other.checkId === saved.checkId ? saved : other));
    await call.announce(CheckRecorded, checkFact(milestone, saved));
    await call.announce(MilestoneReadinessChanged, readinessFact(milestone, checks));
    await answerClosing(call, milestone.projectId);
    return { id: saved.checkId, version };
  }
}

function decider(call: Call<Tx>, state: CheckState) {
  if (state === 'open') return { decidedBy: null, decidedByName: null, decidedOn: null };
  return {
    decidedBy: call.claims.personId ?? call.claims.subject,
    decidedByName: call.claims.name,
    decidedOn: call.now.toISOString().slice(0, 10),
  };
}

function checkNotFound(): Refusal {
  return new Refusal('quality/check-not-found', 'There is no quality check with this id.', {
    kind: 'not-found',
  });
}

function changedSince(version: number): Refusal {
  return new Refusal(
    'quality/version-conflict',
    `The check was changed since you read it (it is at version ${version} now); read it again and decide anew.`,
    { kind: 'stale-version', details: { version } },
  );
}
