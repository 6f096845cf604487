import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Call } from '@meridian/bus';
import { CancelLevelling, Recorded } from '@meridian/contracts-resourcing';
import { Refusal } from '@meridian/refusal';
import type { Tx } from '../persistence/database.js';
import { lockJob } from '../persistence/levelling-jobs.js';

/** The worker notices within a second that the job is not its own any more. Cancelling twice is cancelling. */
@Controller()
export class CancelLevellingCommand {
  @Answers(CancelLevelling)
  async handle(@Payload() { jobId, reason }: CancelLevelling, @Ctx() call: Call<Tx>): Promise<Recorded> {
    const job = await lockJob(call.tx, jobId);
    if (job.state === 'cancelled') return { id: jobId, version: job.version };
    if (job.state === 'done' || job.state === 'failed')
      throw new Refusal(
        'resourcing/levelling-over',
        `The levelling is ${job.state}: there is nothing left to cancel.`,
        { details: { state: job.state } },
      );
    const { version } = await call.tx.levellingJob.update({
      where: { jobId },
      data: {
        state: 'cancelled',
        leaseUntil: null,
        finishedAt: call.now,
        reason: reason ?? null,
        version: { increment: 1 },
      },
    });
    return { id: jobId, version };
  }
}
