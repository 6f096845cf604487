import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Delivery, On } from '@meridian/bus';
import { EarnedValueChanged, ToleranceBreached, ToleranceRestored } from '@meridian/contracts-budgeting';
import { PlanAdopted, ProjectRecorded, ScheduleChanged } from '@meridian/contracts-projects';
import { ProjectStaffingChanged } from '@meridian/contracts-resourcing';
import { budgetAttention } from '../domain/attention.js';
import { sixDigits } from '../domain/project-status.js';
import type { Tx } from '../persistence/database.js';
import { ReadModelWork } from '../persistence/read-model-work.js';
import { learn } from './learn.js';
import { newsOf } from './news.js';
import { settle } from './settle.js';

/** Table `project_status`: one row per project, fed by the facts of four owners. */
@Controller()
export class ProjectStatusProjection {
  @On(ProjectRecorded, ReadModelWork)
  async record(
    @Payload() event: ProjectRecorded,
    @Ctx() delivery: Delivery<Tx, ReadModelWork>,
  ): Promise<void> {
    await learn(newsOf(delivery, ProjectRecorded), event.projectId, {
      isKnown: true,
      code: event.code,
      name: event.name,
      portfolio: event.portfolio,
      programme: event.programme ?? null,
      stage: event.stage,
      managerName: event.managerName ?? null,
      isConfidential: event.isConfidential,
      managerPersonId: event.managerPersonId ?? null,
      sponsorPersonId: event.sponsorPersonId ?? null,
      deliveryConfidence: event.deliveryConfidence ?? null,
    });
  }

  @On(PlanAdopted, ReadModelWork)
  async plan(@Payload() event: PlanAdopted, @Ctx() delivery: Delivery<Tx, ReadModelWork>): Promise<void> {
    await learn(newsOf(delivery, PlanAdopted), event.projectId, {
      planVersion: event.planVersion,
      finish: event.finish,
      baselineFinish: event.baselineFinish ?? null,
    });
  }

  @On(ScheduleChanged, ReadModelWork)
  async schedule(
    @Payload() event: ScheduleChanged,
    @Ctx() delivery: Delivery<Tx, ReadModelWork>,
  ): Promise<void> {
    await learn(newsOf(delivery, ScheduleChanged), event.projectId, {
      finish: event.finish,
      baselineFinish: event.baselineFinish ?? null,
    });
  }

  @On(EarnedValueChanged, ReadModelWork)
  async earnedValue(
    @Payload() event: EarnedValueChanged,
    @Ctx() delivery: Delivery<Tx, ReadModelWork>,
  ): Promise<void> {
    await learn(newsOf(delivery, EarnedValueChanged), event.projectId, {
      statusDate: event.statusDate,
      currency: event.currency,
      bacMinor: BigInt(event.bacMinor),
      evMinor: BigInt(event.evMinor),
      acMinor: BigInt(event.acMinor),
      eacMinor: event.eacMinor === undefined ? null : BigInt(event.eacMinor),
      cpi: event.cpi === undefined ? null : sixDigits(event.cpi),
      spi: event.spi === undefined ? null : sixDigits(event.spi),
      percentComplete: sixDigits(event.percentComplete),
    });
  }

  @On(ToleranceBreached, ReadModelWork)
  async breach(
    @Payload() event: ToleranceBreached,
    @Ctx() delivery: Delivery<Tx, ReadModelWork>,
  ): Promise<void> {
    const { projectId } = event;
    const news = newsOf(delivery, ToleranceBreached);
    await learn(news, projectId, { breachPercent: sixDigits(event.deviationPercent) });
    await settle(news, { kind: 'budget', subjectId: projectId, projectId }, budgetAttention(event));
  }

  @On(ToleranceRestored, ReadModelWork)
  async restore(
    @Payload() event: ToleranceRestored,
    @Ctx() delivery: Delivery<Tx, ReadModelWork>,
  ): Promise<void> {
    const { projectId } = event;
    const news = newsOf(delivery, ToleranceRestored);
    await learn(news, projectId, { breachPercent: null });
    await settle(news, { kind: 'budget', subjectId: projectId, projectId }, null);
  }

  @On(ProjectStaffingChanged, ReadModelWork)
  async staffing(
    @Payload() event: ProjectStaffingChanged,
    @Ctx() delivery: Delivery<Tx, ReadModelWork>,
  ): Promise<void> {
    await learn(newsOf(delivery, ProjectStaffingChanged), event.projectId, {
      bookedPeople: event.people,
      overloadedPeople: event.overloadedPeople,
      unfilled: event.unfilledAssignments,
    });
  }
}
