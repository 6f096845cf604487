import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Call } from '@meridian/bus';
import { ChangeSet, PostChangeBudgets } from '@meridian/contracts-budgeting';
import { requireApplied } from '../domain/portfolio/change-set.js';
import type { Tx } from '../persistence/database.js';
import { postChangeBudgets } from '../persistence/change-set-budgets.js';
import { changeSetsOnWire, IN_ORDER, lockedChangeSet } from '../persistence/change-sets.js';
import { requireApproverRole, requireVersion } from '../access/may-change-money.js';
import { personOf } from '../access/person-of.js';

/** Budgets that were refused, or not asked for when the change-set was applied, are posted by a decision of their own. */
@Controller()
export class PostChangeBudgetsCommand {
  @Answers(PostChangeBudgets)
  async handle(@Payload() request: PostChangeBudgets, @Ctx() call: Call<Tx>): Promise<ChangeSet> {
    const { tx, claims } = call;
    requireApproverRole(claims);
    const { scenarioId, decision, budgets } = request;
    const where = { scenarioId };
    const changeSet = await lockedChangeSet(tx, scenarioId);
    requireVersion(call.expectedVersion, changeSet.version);
    requireApplied(changeSet);
    await postChangeBudgets(call, changeSet, { budgets, decision, by: personOf(claims) });
    const posted = await tx.changeSet.update({
      where,
      data: { version: { increment: 1 } },
      include: IN_ORDER,
    });
    return (await changeSetsOnWire(tx, [posted]))[0] as ChangeSet;
  }
}
