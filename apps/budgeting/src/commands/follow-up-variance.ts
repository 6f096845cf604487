import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Call } from '@meridian/bus';
import { FollowUpVariance, VarianceFollowedUp, VarianceRecord } from '@meridian/contracts-budgeting';
import { followedUp } from '../domain/variance/variance.js';
import type { Tx } from '../persistence/database.js';
import { addEntry } from '../persistence/variances.js';
import { today } from '../persistence/work.js';
import { changeVariance } from './change-variance.js';

/** What became of the corrective action of a variance. */
@Controller()
export class FollowUpVarianceCommand {
  @Answers(FollowUpVariance)
  async handle(@Payload() request: FollowUpVariance, @Ctx() call: Call<Tx>): Promise<VarianceRecord> {
    const { varianceId, ...followUp } = request;
    return changeVariance(call, varianceId, async (before) => {
      const { state, dueOn } = followedUp(before, followUp, today(call));
      const by = call.claims.name;
      await addEntry(call, varianceId, { kind: 'followed-up', by, ...followUp });
      const { projectId, of, version } = before;
      await call.announce(VarianceFollowedUp, {
        projectId,
        varianceId,
        version: version + 1,
        of,
        ...followUp,
        followedUpBy: by,
      });
      return { state, dueOn };
    });
  }
}
