import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Delivery, On } from '@meridian/bus';
import { MilestoneRecorded, MilestoneWithdrawn } from '@meridian/contracts-projects';
import { MilestoneReadinessChanged } from '@meridian/contracts-quality';
import { milestoneAttention } from '../domain/attention.js';
import { checked, planned, unknownMilestone, withdrawn, type Milestone } from '../domain/milestone.js';
import type { Tx } from '../persistence/database.js';
import { ReadModelWork } from '../persistence/read-model-work.js';
import { conclude } from './learn.js';
import { dateOf, newsOf, type News } from './news.js';
import { settle } from './settle.js';

/** Table `milestone`: dates from projects, readiness from quality; its counts go into the project's status. */
@Controller()
export class MilestoneProjection {
  @On(MilestoneRecorded, ReadModelWork)
  async record(
    @Payload() event: MilestoneRecorded,
    @Ctx() delivery: Delivery<Tx, ReadModelWork>,
  ): Promise<void> {
    const { name, baselineOn = null, forecastOn } = event;
    const dates = { name, baselineOn, forecastOn, sharedWith: event.sharedWith.length };
    await this.take(newsOf(delivery, MilestoneRecorded), event, (known, on) => planned(known, dates, on));
  }

  @On(MilestoneWithdrawn, ReadModelWork)
  async withdraw(
    @Payload() event: MilestoneWithdrawn,
    @Ctx() delivery: Delivery<Tx, ReadModelWork>,
  ): Promise<void> {
    await this.take(newsOf(delivery, MilestoneWithdrawn), event, withdrawn);
  }

  @On(MilestoneReadinessChanged, ReadModelWork)
  async readiness(
    @Payload() event: MilestoneReadinessChanged,
    @Ctx() delivery: Delivery<Tx, ReadModelWork>,
  ): Promise<void> {
    const { openMandatory, failed, isAccepted } = event;
    const readiness = { openMandatory, failed, isAccepted };
    await this.take(newsOf(delivery, MilestoneReadinessChanged), event, (known, on) =>
      checked(known, readiness, on),
    );
  }

  /** The project first: its lock keeps the other owner from counting milestones that are about to change. */
  private async take(
    news: News,
    { projectId, milestoneId }: { readonly projectId: string; readonly milestoneId: string },
    changed: (known: Milestone, on: string) => Milestone,
  ): Promise<void> {
    const project = await news.rows.project(projectId);
    const all = new Map((await news.rows.milestonesOf(projectId)).map((m) => [m.milestoneId, m]));
    const known = all.get(milestoneId.toLowerCase()) ?? unknownMilestone(projectId, milestoneId);
    const milestone = changed(known, dateOf(news.at));
    await news.rows.saveMilestone(milestone);
    await settle(
      news,
      { kind: 'milestone', subjectId: milestoneId, projectId },
      milestoneAttention(milestone),
    );
    await conclude(news, project, {}, all.set(milestoneId.toLowerCase(), milestone).values());
  }
}
