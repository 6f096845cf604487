import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Delivery, On } from '@meridian/bus';
import { MilestoneRecorded } from '@meridian/contracts-projects';
import { CheckRecorded, MilestoneReadinessChanged } from '@meridian/contracts-quality';
import { checkFact } from '../domain/check-fact.js';
import { readinessFact } from '../domain/readiness-fact.js';
import { STANDARD_CHECKS } from '../domain/standard-checks.js';
import { answerClosing } from '../persistence/closings.js';
import type { Tx } from '../persistence/database.js';

/** A milestone carries its standard checks from the day it is known. */
@Controller()
export class OnMilestoneRecorded {
  @On(MilestoneRecorded)
  async handle(@Payload() event: MilestoneRecorded, @Ctx() delivery: Delivery<Tx>): Promise<void> {
    await this.record(event, delivery);
    await answerClosing(delivery, event.projectId);
  }

  private async record(event: MilestoneRecorded, delivery: Delivery<Tx>): Promise<void> {
    const known = await delivery.tx.milestone.findUnique({
      where: { milestoneId: event.milestoneId },
      include: { checks: true },
    });
    const facts = {
      name: event.name,
      phaseId: event.phaseId ?? null,
      dueOn: event.forecastOn,
      isWithdrawn: false,
    };
    if (!known) return this.open(event, facts, delivery);

    const milestone = await delivery.tx.milestone.update({
      where: { milestoneId: event.milestoneId },
      data: { ...facts, version: known.version + 1 },
    });
    if (known.name !== event.name || known.phaseId !== facts.phaseId || known.isWithdrawn) {
      await delivery.announce(MilestoneReadinessChanged, readinessFact(milestone, known.checks));
    }
  }

  private async open(
    event: MilestoneRecorded,
    facts: { name: string; phaseId: string | null; dueOn: string },
    delivery: Delivery<Tx>,
  ): Promise<void> {
    const { projectId, milestoneId } = event;
    const milestone = await delivery.tx.milestone.create({
      data: { milestoneId, projectId, ...facts, version: 1 },
    });
    const checks = await delivery.tx.check.createManyAndReturn({
      data: STANDARD_CHECKS.map((check, position) => ({
        ...check,
        checkId: delivery.newId(),
        milestoneId,
        position,
        state: 'open',
        version: 1,
      })),
    });
    for (const check of checks) await delivery.announce(CheckRecorded, checkFact(milestone, check));
    await delivery.announce(MilestoneReadinessChanged, readinessFact(milestone, checks));
  }
}
