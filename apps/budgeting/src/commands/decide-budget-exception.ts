import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Call } from '@meridian/bus';
import { BudgetException, DecideBudgetException } from '@meridian/contracts-budgeting';
import { Refusal } from '@meridian/refusal';
import { requireMayDecide } from '../domain/cost/budget-exception.js';
import { exceptionOnWire, lockException } from '../persistence/budget-exceptions.js';
import type { Tx } from '../persistence/database.js';
import { requireApprover, requireVersion } from '../access/may-change-money.js';
import { personOf } from '../access/person-of.js';

/** A sponsor or the PMO approves an exception that somebody else asked for, or rejects it. */
@Controller()
export class DecideBudgetExceptionCommand {
  @Answers(DecideBudgetException)
  async handle(@Payload() request: DecideBudgetException, @Ctx() call: Call<Tx>): Promise<BudgetException> {
    const { tx } = call;
    const { exceptionId, isApproved, decision } = request;
    const before = await lockException(tx, exceptionId);
    if (!before)
      throw new Refusal('budgeting/unknown-exception', `There is no exception ${exceptionId}.`, {
        kind: 'not-found',
      });
    const { projectId } = before;
    requireApprover(call.claims, await tx.project.findUnique({ where: { projectId } }));
    requireVersion(call.expectedVersion, before.version);
    const decidedBy = personOf(call.claims);
    requireMayDecide(before, decidedBy);
    const row = await tx.budgetException.update({
      where: { exceptionId },
      data: {
        state: isApproved ? 'approved' : 'rejected',
        version: before.version + 1,
        decidedBy,
        decidedAt: call.now,
        decision,
      },
    });
    return exceptionOnWire(row);
  }
}
