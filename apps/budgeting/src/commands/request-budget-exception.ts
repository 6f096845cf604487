import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { requireManager } from '@meridian/access';
import { Answers, Call } from '@meridian/bus';
import {
  BudgetException,
  BudgetExceptionRequested,
  RequestBudgetException,
} from '@meridian/contracts-budgeting';
import { minorFromWire } from '@meridian/money';
import { requireDayAhead } from '../domain/cost/budget-exception.js';
import { requirePositive } from '../domain/ledger/amount-rules.js';
import { budgetIn } from '../domain/ledger/ledger.js';
import { openBooks } from '../persistence/books.js';
import { exceptionOnWire } from '../persistence/budget-exceptions.js';
import type { Tx } from '../persistence/database.js';
import { today } from '../persistence/work.js';
import { personOf } from '../access/person-of.js';

/** Asks for leave to go beyond a budget of a project; a sponsor or the PMO decides. */
@Controller()
export class RequestBudgetExceptionCommand {
  @Answers(RequestBudgetException)
  async handle(@Payload() request: RequestBudgetException, @Ctx() call: Call<Tx>): Promise<BudgetException> {
    const { tx } = call;
    const { projectId, nodeId = projectId, currency, reason, validThrough } = request;
    requireManager(call.claims, await tx.project.findUnique({ where: { projectId } }));
    const amountMinor = minorFromWire(request.amountMinor);
    requirePositive(amountMinor);
    requireDayAhead(validThrough, today(call));
    const { ledger } = await openBooks(tx, { currency, projectIds: [projectId] });
    budgetIn(ledger, nodeId);
    const row = await tx.budgetException.create({
      data: {
        exceptionId: call.newId(),
        projectId,
        nodeId,
        version: 1,
        state: 'asked',
        amountMinor,
        currency,
        reason,
        askedBy: personOf(call.claims),
        askedAt: call.now,
        validThrough: validThrough ?? null,
      },
    });
    const { exceptionId, askedBy } = row;
    await call.announce(BudgetExceptionRequested, {
      projectId,
      exceptionId,
      nodeId,
      amountMinor: request.amountMinor,
      currency,
      reason,
      askedBy,
      ...(validThrough === undefined ? {} : { validThrough }),
    });
    return exceptionOnWire(row);
  }
}
