import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Delivery, On } from '@meridian/bus';
import { MilestoneRecorded, MilestoneWithdrawn } from '@meridian/contracts-projects';
import { MilestoneReadinessChanged } from '@meridian/contracts-quality';
import { milestoneAttention } from '../domain/attention.js';
import { settle } from '../persistence/attention.js';
import type { Tx } from '../persistence/database.js';
import { learn, type News } from '../persistence/project-status.js';
import { dateOf, newsOf } from './news.js';

interface MilestoneFacts {
  readonly name?: string;
  readonly baselineOn?: string | null;
  readonly forecastOn?: string;
  readonly sharedWith?: number;
  readonly openMandatory?: number;
  readonly failed?: number;
  readonly isAccepted?: boolean;
  readonly isWithdrawn?: boolean;
}

/** Table `milestone`: dates from projects, readiness from quality; its counts go into the project's status. */
@Controller()
export class MilestoneProjection {
  @On(MilestoneRecorded)
  async record(@Payload() event: MilestoneRecorded, @Ctx() delivery: Delivery<Tx>): Promise<void> {
    await this.take(newsOf(delivery, MilestoneRecorded), event, {
      name: event.name,
      baselineOn: event.baselineOn ?? null,
      forecastOn: event.forecastOn,
      sharedWith: event.sharedWith.length,
      isWithdrawn: false,
    });
  }

  @On(MilestoneWithdrawn)
  async withdraw(@Payload() event: MilestoneWithdrawn, @Ctx() delivery: Delivery<Tx>): Promise<void> {
    await this.take(newsOf(delivery, MilestoneWithdrawn), event, { isWithdrawn: true });
  }

  @On(MilestoneReadinessChanged)
  async readiness(@Payload() event: MilestoneReadinessChanged, @Ctx() delivery: Delivery<Tx>): Promise<void> {
    await this.take(newsOf(delivery, MilestoneReadinessChanged), event, {
      openMandatory: event.openMandatory,
      failed: event.failed,
      isAccepted: event.isAccepted,
    });
  }

  private async take(
    news: News,
    { projectId, milestoneId }: { projectId: string; milestoneId: string },
    facts: MilestoneFacts,
  ): Promise<void> {
    const milestone = await news.tx.milestone.upsert({
      where: { milestoneId },
      create: { milestoneId, projectId, ...facts },
      update: facts,
    });
    const today = dateOf(news.at);
    await settle(
      news,
      { kind: 'milestone', subjectId: milestoneId, projectId },
      milestoneAttention(milestone, today),
    );
    await learn(news, projectId, await this.counts(news, projectId, today));
  }

  private async counts(news: News, projectId: string, today: string) {
    const [counts] = await news.tx.$queryRaw<
      [{ milestones: number; failedMandatory: number; overdueMilestones: number }]
    >`
      SELECT count(*)::int AS "milestones",
             count(*) FILTER (WHERE failed > 0)::int AS "failedMandatory",
             count(*) FILTER (WHERE NOT is_accepted AND forecast_on < ${today})::int AS "overdueMilestones"
      FROM milestone WHERE project_id = ${projectId}::uuid AND NOT is_withdrawn`;
    return counts;
  }
}
