import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Call } from '@meridian/bus';
import { ExplainVariance, VarianceExplained, VarianceRecord } from '@meridian/contracts-budgeting';
import { explained } from '../domain/variance/variance.js';
import type { Tx } from '../persistence/database.js';
import { addEntry } from '../persistence/variances.js';
import { today } from '../persistence/work.js';
import { changeVariance } from './change-variance.js';

/** Cause, impact and corrective action of a variance; what was said before stays in its history. */
@Controller()
export class ExplainVarianceCommand {
  @Answers(ExplainVariance)
  async handle(@Payload() request: ExplainVariance, @Ctx() call: Call<Tx>): Promise<VarianceRecord> {
    const { varianceId, ...explanation } = request;
    return changeVariance(call, varianceId, async (before) => {
      const { state } = explained(before, explanation, today(call));
      const by = call.claims.name;
      await addEntry(call, varianceId, { kind: 'explained', by, ...explanation });
      const { projectId, of, version } = before;
      await call.announce(VarianceExplained, {
        projectId,
        varianceId,
        version: version + 1,
        of,
        ...explanation,
        explainedBy: by,
      });
      return { state, ...explanation };
    });
  }
}
