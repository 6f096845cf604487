import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Call } from '@meridian/bus';
import { ApplyChangeSet, ChangeSet, PortfolioChangeOrdered } from '@meridian/contracts-budgeting';
import { firstDayOf, requireAllReviewed, requireInReview } from '../domain/portfolio/change-set.js';
import type { ReviewedChange } from '../domain/portfolio/change-set.js';
import type { Tx } from '../persistence/database.js';
import { postChangeBudgets } from '../persistence/change-set-budgets.js';
import { changeSetsOnWire, IN_ORDER, lockedChangeSet } from '../persistence/change-sets.js';
import type { ChangeSetWithLines } from '../persistence/change-sets.js';
import { requireApproverRole, requireVersion } from '../access/may-change-money.js';
import { personOf } from '../access/person-of.js';

const NOT_RECORDED = 'It is not recorded as a project yet: submit it as an idea, then decide on it anew.';
const GOES_ON = 'It goes on as it is.';

/** What was accepted is ordered, once; what stays needs no order; what was contested is left out, and what is no project yet cannot be carried out. */
@Controller()
export class ApplyChangeSetCommand {
  @Answers(ApplyChangeSet)
  async handle(@Payload() request: ApplyChangeSet, @Ctx() call: Call<Tx>): Promise<ChangeSet> {
    const { tx, claims } = call;
    requireApproverRole(claims);
    const { scenarioId, decision, budgets } = request;
    const where = { scenarioId };
    const changeSet = await lockedChangeSet(tx, scenarioId);
    requireVersion(call.expectedVersion, changeSet.version);
    requireInReview(changeSet);
    requireAllReviewed(
      changeSet.lines.map(({ name, review }) => ({ name, review: review as ReviewedChange['review'] })),
    );
    await tx.changeSetLine.updateMany({
      where: { ...where, review: 'contested' },
      data: { outcome: 'left-out', settled: 'It was contested.', version: { increment: 1 } },
    });
    await tx.changeSetLine.updateMany({
      where: { ...where, review: 'accepted', projectId: null },
      data: { outcome: 'refused', settled: NOT_RECORDED, version: { increment: 1 } },
    });
    await tx.changeSetLine.updateMany({
      where: { ...where, review: 'accepted', change: 'keep' },
      data: { outcome: 'applied', settled: GOES_ON, version: { increment: 1 } },
    });
    await this.order(changeSet, decision, call);
    if (budgets !== undefined)
      await postChangeBudgets(call, changeSet, { budgets, decision, by: personOf(claims) });
    const applied = await tx.changeSet.update({
      where,
      data: {
        state: 'applied',
        version: { increment: 1 },
        decision,
        appliedAt: call.now,
        appliedBy: claims.name,
      },
      include: IN_ORDER,
    });
    return (await changeSetsOnWire(tx, [applied]))[0] as ChangeSet;
  }

  private async order(
    { scenarioId, lines }: ChangeSetWithLines,
    decision: string,
    call: Call<Tx>,
  ): Promise<void> {
    await call.tx.changeSetLine.updateMany({
      where: { scenarioId, review: 'accepted', projectId: { not: null }, change: { not: 'keep' } },
      data: { outcome: 'ordered', version: { increment: 1 } },
    });
    for (const { candidateId, projectId, change, startsIn, review } of lines) {
      if (review !== 'accepted' || projectId === null || change === 'keep') continue;
      const startsOn = startsIn === null ? undefined : firstDayOf(startsIn);
      await call.announce(PortfolioChangeOrdered, {
        projectId,
        scenarioId,
        candidateId,
        change: change as PortfolioChangeOrdered['change'],
        ...(startsIn === null ? {} : { startsIn }),
        ...(startsOn === undefined ? {} : { startsOn }),
        decision,
        orderedBy: personOf(call.claims),
        orderedByName: call.claims.name,
      });
    }
  }
}
