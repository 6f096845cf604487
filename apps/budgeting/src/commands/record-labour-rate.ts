import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Call } from '@meridian/bus';
import { LabourRateHistory, RecordLabourRate } from '@meridian/contracts-budgeting';
import { Refusal } from '@meridian/refusal';
import { describeHolder } from '../domain/rates/labour-rate.js';
import type { RateHolder } from '../domain/rates/labour-rate.js';
import { isOfHouse } from '../domain/rates/labour-in-figures.js';
import { nextRateVersion } from '../domain/rates/rate-record.js';
import type { Tx } from '../persistence/database.js';
import {
  findRate,
  findRateOf,
  lockRates,
  rateHistory,
  saveRateVersion,
  versionsOf,
} from '../persistence/labour-rates.js';
import { projectsWithHiddenTime } from '../persistence/labour-releases.js';
import { tellLabour } from '../persistence/post-time.js';
import { openWaitingTime, postWaitingTime } from '../persistence/waiting-time.js';
import { today } from '../persistence/work.js';
import { requireVersion } from '../access/may-change-money.js';
import { requireRates } from '../access/may-see-rates.js';

/** A version of a rate; what waited for it is priced in the same transaction. */
@Controller()
export class RecordLabourRateCommand {
  @Answers(RecordLabourRate)
  async handle(@Payload() request: RecordLabourRate, @Ctx() call: Call<Tx>): Promise<LabourRateHistory> {
    const { tx, claims } = call;
    requireRates(claims);
    const { rateId, personId, partnerId, role, grade, siteId } = request;
    const { validFrom, validThrough, perHourMinor, currency, decision } = request;
    const holder = { personId, partnerId, role, grade, siteId };
    await lockRates(tx, 'alone');
    const estimated = isOfHouse({ holder }) ? await projectsWithHiddenTime(tx) : [];
    const budgets = await openWaitingTime(tx, estimated);
    const before = await findRate(tx, rateId);
    requireVersion(call.expectedVersion, before?.version ?? 0);
    if (!before) await this.requireNew(tx, holder);
    const rate = nextRateVersion(before ? versionsOf(before) : [], {
      rateId,
      holder,
      validFrom,
      validThrough,
      perHourMinor: perHourMinor === undefined ? null : BigInt(perHourMinor),
      currency,
    });
    const record = { rate, decision, recordedAt: call.now, recordedBy: claims.name };
    const row = await saveRateVersion(tx, record);
    for (const budget of budgets) {
      const now = await postWaitingTime(call, budget);
      if (estimated.includes(budget.projectId)) await tellLabour(call, now);
    }
    return rateHistory(row, today(call));
  }

  private async requireNew(tx: Tx, holder: RateHolder): Promise<void> {
    const known = await findRateOf(tx, holder);
    if (!known) return;
    throw new Refusal(
      'budgeting/rate-exists',
      `There is a rate for ${describeHolder(holder)} already (${known.rateId}); record its next version.`,
      { details: { rateId: known.rateId, version: known.version } },
    );
  }
}
