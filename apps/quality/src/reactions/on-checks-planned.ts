import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Delivery, On } from '@meridian/bus';
import { ChecksPlanned } from '@meridian/contracts-projects';
import { CheckRecorded, MilestoneReadinessChanged } from '@meridian/contracts-quality';
import { checkFact } from '../domain/check-fact.js';
import { readinessFact } from '../domain/readiness-fact.js';
import type { Tx } from '../persistence/database.js';
import { lockMilestones, type KnownMilestone } from '../persistence/milestones.js';

/** A milestone gets the checks that the template of its project brings; one of the same title it has already. */
@Controller()
export class OnChecksPlanned {
  @On(ChecksPlanned)
  async handle(@Payload() event: ChecksPlanned, @Ctx() delivery: Delivery<Tx>): Promise<void> {
    const ids = [...new Set(event.checks.map(({ milestoneId }) => milestoneId))];
    const milestones = await lockMilestones(delivery.tx, ids);
    for (const milestone of milestones) {
      if (milestone.acceptedOn !== null || milestone.isWithdrawn) continue;
      const titles = new Set(milestone.checks.map(({ title }) => title));
      const wanted = event.checks.filter(
        ({ milestoneId, title }) => milestoneId === milestone.milestoneId && !titles.has(title),
      );
      if (wanted.length > 0) await this.add(milestone, wanted, delivery);
    }
  }

  private async add(
    { checks, ...milestone }: KnownMilestone,
    wanted: ChecksPlanned['checks'],
    { tx, newId, announce }: Delivery<Tx>,
  ): Promise<void> {
    const added = await tx.check.createManyAndReturn({
      data: wanted.map(({ milestoneId, title, isMandatory }, at) => ({
        checkId: newId(),
        milestoneId,
        title,
        isMandatory,
        state: 'open',
        position: checks.length + at,
        version: 1,
      })),
    });
    for (const check of added) await announce(CheckRecorded, checkFact(milestone, check));
    await announce(MilestoneReadinessChanged, readinessFact(milestone, [...checks, ...added]));
  }
}
