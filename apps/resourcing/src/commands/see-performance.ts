import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Call } from '@meridian/bus';
import { PerformanceSeen, Recorded, SeePerformance } from '@meridian/contracts-resourcing';
import { periodNamed, releasedWhenTold, requireOver } from '../domain/performance/period.js';
import { callerAsPerson } from '../persistence/approvers.js';
import type { Tx } from '../persistence/database.js';
import { currentFigures } from '../persistence/performance/performance-facts.js';
import { asStored, settledFigures } from '../persistence/performance/reviews.js';
import { requireSeen } from '../persistence/require-seen.js';

/** What the person looked at is what the line manager gets: it is settled in the same step. */
@Controller()
export class SeePerformanceCommand {
  @Answers(SeePerformance)
  async handle(@Payload() request: SeePerformance, @Ctx() call: Call<Tx>): Promise<Recorded> {
    const { tx, now } = call;
    const today = now.toISOString().slice(0, 10);
    const period = periodNamed(request.period);
    requireOver(period, today);
    const { personId, orgUnit } = await callerAsPerson(tx, call.claims);
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${personId} ${period.name}`}, 3))`;
    const where = { personId_period: { personId, period: period.name } };
    const before = await tx.performanceReview.findUnique({ where });
    requireSeen('review', before?.version ?? 0, call.expectedVersion);
    const figures = (before && settledFigures(before)) ?? (await currentFigures(tx, personId, period, today));
    const said = {
      comment: request.comment ?? null,
      seenAt: before?.seenAt ?? now,
      figures: asStored(figures),
    };
    const { version } = await tx.performanceReview.upsert({
      where,
      create: {
        personId,
        period: period.name,
        orgUnit,
        releasedOn: releasedWhenTold(today),
        ...said,
      },
      update: { ...said, version: { increment: 1 } },
    });
    await call.announce(PerformanceSeen, { personId, period: period.name });
    return { id: personId, version };
  }
}
