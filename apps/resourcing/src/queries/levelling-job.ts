import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { Answers } from '@meridian/bus';
import { LevellingJob, LevellingJobState, LevellingProgress } from '@meridian/contracts-resourcing';
import { Database } from '../persistence/database.js';
import { jobNotFound } from '../persistence/levelling-jobs.js';

@Controller()
export class LevellingJobQuery {
  constructor(private readonly database: Database) {}

  @Answers(LevellingJob)
  async handle(@Payload() { jobId }: LevellingJob): Promise<LevellingJobState> {
    const job = await this.database.levellingJob.findUnique({ where: { jobId } });
    if (!job) throw jobNotFound();
    const { version, objective, seconds, attempt, progress, proposalId, reason } = job;
    return {
      jobId,
      version,
      state: job.state as LevellingJobState['state'],
      objective,
      seconds,
      projects: job.projectIds.length,
      requestedAt: job.requestedAt.toISOString(),
      attempt,
      ...(job.startedAt === null ? {} : { startedAt: job.startedAt.toISOString() }),
      ...(job.finishedAt === null ? {} : { finishedAt: job.finishedAt.toISOString() }),
      ...(progress === null ? {} : { progress: progress as unknown as LevellingProgress }),
      ...(proposalId === null ? {} : { proposalId }),
      ...(reason === null ? {} : { reason }),
    };
  }
}
