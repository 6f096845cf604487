import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Call } from '@meridian/bus';
import { KeepTime, Recorded } from '@meridian/contracts-resourcing';
import { closeTime } from '../domain/timesheet/time-keeping.js';
import { requireDate } from '../domain/weeks.js';
import { personIdIn } from '../persistence/approvers.js';
import type { Tx } from '../persistence/database.js';
import { requireSeen } from '../persistence/require-seen.js';

@Controller()
export class KeepTimeCommand {
  @Answers(KeepTime)
  async handle(@Payload() request: KeepTime, @Ctx() call: Call<Tx>): Promise<Recorded> {
    const { keptFrom, lockedThrough } = request;
    for (const day of [keptFrom, lockedThrough]) if (day !== undefined) requireDate(day);
    await call.tx.$executeRaw`SELECT 1 FROM time_keeping FOR UPDATE`;
    const before = await call.tx.timeKeeping.findFirstOrThrow();
    requireSeen('time keeping', before.version, call.expectedVersion);
    if (lockedThrough !== undefined) {
      const today = call.now.toISOString().slice(0, 10);
      closeTime(before, lockedThrough, { today, waiting: await waitingUpTo(call.tx, lockedThrough) });
    }
    const { keepingId, version } = await call.tx.timeKeeping.update({
      where: { keepingId: before.keepingId },
      data: {
        ...(keptFrom === undefined ? {} : { keptFrom }),
        ...(lockedThrough === undefined ? {} : { lockedThrough }),
        changedBy: personIdIn(call.claims),
        version: { increment: 1 },
      },
    });
    return { id: keepingId, version };
  }
}

function waitingUpTo(tx: Tx, day: string): Promise<number> {
  return tx.timesheet.count({
    where: { state: 'submitted', entries: { some: { isApproved: false, day: { lte: day } } } },
  });
}
