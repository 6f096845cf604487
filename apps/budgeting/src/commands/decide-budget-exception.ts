import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Call } from '@meridian/bus';
import {
  BudgetException,
  BudgetExceptionDecided,
  DecideBudgetException,
} from '@meridian/contracts-budgeting';
import { minorToWire } from '@meridian/money';
import { Refusal } from '@meridian/refusal';
import { requireDayAhead, requireMayDecide } from '../domain/cost/budget-exception.js';
import { exceptionOnWire, lockException } from '../persistence/budget-exceptions.js';
import type { Tx } from '../persistence/database.js';
import { today } from '../persistence/work.js';
import { requireApprover, requireVersion } from '../access/may-change-money.js';
import { personOf } from '../access/person-of.js';

/** A sponsor or the PMO approves an exception that somebody else asked for, or rejects it. */
@Controller()
export class DecideBudgetExceptionCommand {
  @Answers(DecideBudgetException)
  async handle(@Payload() request: DecideBudgetException, @Ctx() call: Call<Tx>): Promise<BudgetException> {
    const { tx } = call;
    const { exceptionId, isApproved, decision, validThrough } = request;
    const before = await lockException(tx, exceptionId);
    if (!before)
      throw new Refusal('budgeting/unknown-exception', `There is no exception ${exceptionId}.`, {
        kind: 'not-found',
      });
    const { projectId } = before;
    requireApprover(call.claims, await tx.project.findUnique({ where: { projectId } }));
    requireVersion(call.expectedVersion, before.version);
    const decidedBy = personOf(call.claims);
    requireMayDecide(before, { by: decidedBy, today: today(call) });
    requireDayAhead(validThrough, today(call));
    const row = await tx.budgetException.update({
      where: { exceptionId },
      data: {
        state: isApproved ? 'approved' : 'rejected',
        version: before.version + 1,
        decidedBy,
        decidedAt: call.now,
        decision,
        validThrough: validThrough ?? before.validThrough,
      },
    });
    await call.announce(BudgetExceptionDecided, {
      projectId,
      exceptionId,
      outcome: isApproved ? 'granted' : 'refused',
      amountMinor: minorToWire(row.amountMinor),
      currency: row.currency,
      decision,
      decidedBy,
      ...(row.validThrough === null ? {} : { validThrough: row.validThrough }),
    });
    return exceptionOnWire(row);
  }
}
