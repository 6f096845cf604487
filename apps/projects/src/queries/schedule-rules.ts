import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { isoFromMoment } from '@meridian/calendar';
import { Answers, Asking } from '@meridian/bus';
import { ScheduleClash, ScheduleRules, ScheduleRulesInForce } from '@meridian/contracts-projects';
import type { Clash } from '@meridian/network';
import { schedulePlan, type PlanNetwork } from '../domain/plan/schedule-plan.js';
import { rulesOf } from '../domain/plan/schedule-rules.js';
import { clashSentence } from '../domain/plan/why-this-date.js';
import { Database } from '../persistence/database.js';
import { readVisiblePlan } from '../persistence/plan-reading.js';
import { rulesInForce, versionOf } from '../persistence/schedule-rules.js';

@Controller()
export class ScheduleRulesQuery {
  constructor(private readonly database: Database) {}

  @Answers(ScheduleRules)
  async handle(
    @Payload() { projectId }: ScheduleRules,
    @Ctx() asking: Asking,
  ): Promise<ScheduleRulesInForce> {
    const { plan, extra: row } = await readVisiblePlan(this.database, {
      projectId,
      person: asking.claims,
      also: (tx) => rulesInForce(tx, projectId),
    });
    const { network, tasks } = plan;
    const { statusDate, outOfSequence, honour } = rulesOf(network.plan.settings);
    const { schedule } = schedulePlan(network, tasks);
    return {
      projectId,
      version: versionOf(row),
      ...(statusDate === null ? {} : { statusDate }),
      outOfSequence,
      honour,
      ...(row === null ? {} : { setByName: row.setByName, setAt: row.setAt.toISOString() }),
      clashes: schedule.clashes.map((clash) => toldClash(clash, network)),
    };
  }
}

function toldClash(clash: Clash, { names, network }: PlanNetwork): ScheduleClash {
  const { kind, activityId: taskId, end, wantedAt, logicAt, honoured, linkIndex } = clash;
  const link = linkIndex === undefined ? undefined : network.links[linkIndex];
  return {
    kind,
    taskId,
    name: names.get(taskId) ?? taskId,
    end,
    wantedAt: isoFromMoment(wantedAt),
    logicAt: isoFromMoment(logicAt),
    honoured,
    ...(link === undefined ? {} : { linkFromTaskId: link.from }),
    sentence: clashSentence(clash, names),
  };
}
