import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Call } from '@meridian/bus';
import { CostPostedAnswer, PostActualCost } from '@meridian/contracts-budgeting';
import { minorFromWire } from '@meridian/money';
import type { Tx } from '../persistence/database.js';
import { postRequested } from './post-requested.js';

/** Posts cost without an order. A negative amount takes cost back. */
@Controller()
export class PostActualCostCommand {
  @Answers(PostActualCost)
  handle(@Payload() request: PostActualCost, @Ctx() call: Call<Tx>): Promise<CostPostedAnswer> {
    const amountMinor = minorFromWire(request.amountMinor);
    const heading = {
      entryId: call.newId(),
      on: request.postedOn,
      currency: request.currency,
      reference: request.reference,
      budgetId: request.projectId,
      basis: 'request' as const,
    };
    return postRequested(
      call,
      request,
      amountMinor < 0n
        ? { ...heading, kind: 'credit-actual', amountMinor: -amountMinor }
        : { ...heading, kind: 'post-actual', amountMinor },
    );
  }
}
