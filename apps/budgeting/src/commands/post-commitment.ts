import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Call } from '@meridian/bus';
import { CostPostedAnswer, PostCommitment } from '@meridian/contracts-budgeting';
import { minorFromWire } from '@meridian/money';
import type { Tx } from '../persistence/database.js';
import { postRequested } from './post-requested.js';

/** Orders money of a project, if it is available: looked up and taken under the same lock. */
@Controller()
export class PostCommitmentCommand {
  @Answers(PostCommitment)
  handle(@Payload() request: PostCommitment, @Ctx() call: Call<Tx>): Promise<CostPostedAnswer> {
    const entryId = call.newId();
    return postRequested(call, request, {
      kind: 'commit',
      entryId,
      on: request.postedOn,
      currency: request.currency,
      reference: request.reference,
      commitmentId: `by hand ${entryId}`,
      budgetId: request.projectId,
      amountMinor: minorFromWire(request.amountMinor),
      basis: 'request',
    });
  }
}
