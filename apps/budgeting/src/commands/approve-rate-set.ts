import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Call } from '@meridian/bus';
import { ApproveRateSet, RateSetFigures } from '@meridian/contracts-budgeting';
import { Refusal } from '@meridian/refusal';
import type { Tx } from '../persistence/database.js';
import { findRateSet, knownRateSet, rateSetFigures } from '../persistence/rate-sets.js';
import { openWaitingTime, postWaitingTime } from '../persistence/waiting-time.js';
import { requireApproverRole, requireVersion } from '../access/may-change-money.js';
import { personOf } from '../access/person-of.js';
import { requireDraft } from './record-rate-set.js';

/** Freezes exchange rates. Four eyes: who recorded them does not approve them. */
@Controller()
export class ApproveRateSetCommand {
  @Answers(ApproveRateSet)
  async handle(@Payload() request: ApproveRateSet, @Ctx() call: Call<Tx>): Promise<RateSetFigures> {
    const { tx, claims } = call;
    requireApproverRole(claims);
    const budgets = await openWaitingTime(tx);
    const { setId, decision } = request;
    const before = knownRateSet(await findRateSet(tx, setId), setId);
    requireVersion(call.expectedVersion, before.version);
    requireDraft(before);
    if (before.recordedBy === personOf(claims)) {
      throw new Refusal(
        'budgeting/own-rate-set',
        'Exchange rates are approved by somebody else than who recorded them.',
        { kind: 'forbidden' },
      );
    }
    const row = await tx.rateSet.update({
      where: { setId },
      data: {
        state: 'approved',
        version: before.version + 1,
        approvedBy: personOf(claims),
        approvedByName: claims.name,
        approvedAt: call.now,
        decision,
      },
    });
    for (const budget of budgets) await postWaitingTime(call, budget);
    return rateSetFigures(row);
  }
}
