import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { dateOf } from '@meridian/calendar';
import { Answers, Asking } from '@meridian/bus';
import { ScheduleQuality, ScheduleQualityReport } from '@meridian/contracts-projects';
import { checkSchedule } from '@meridian/network';
import { openLinks, planToCheck } from '../domain/schedule-quality/plan-to-check.js';
import { toldQuality } from '../domain/schedule-quality/told-quality.js';
import { Database } from '../persistence/database.js';
import { readVisiblePlan } from '../persistence/plan-reading.js';
import { judgeable, keptChecks } from '../persistence/schedule-checks.js';

const LISTED_WITH_EACH = 25;
const LISTED_WITH_ONE = 1000;

@Controller()
export class ScheduleQualityQuery {
  constructor(private readonly database: Database) {}

  @Answers(ScheduleQuality)
  async handle(
    @Payload() { projectId, figure }: ScheduleQuality,
    @Ctx() asking: Asking,
  ): Promise<ScheduleQualityReport> {
    const { plan, extra } = await readVisiblePlan(this.database, {
      projectId,
      person: asking.claims,
      also: async (tx, loaded) => ({
        judged: await judgeable(tx, loaded),
        runs: await keptChecks(tx, projectId),
      }),
    });
    const asked = planToCheck(extra.judged);
    const { population, ...quality } = checkSchedule(asked);
    const active = new Map(asked.tasks.map(({ id }) => [id, true]));
    const names = {
      tasks: new Map(plan.tasks.map((task) => [task.taskId, task])),
      links: openLinks(plan.network.plan.links, active),
    };
    const { planVersion, scheduleVersion } = plan.state;
    return {
      projectId,
      planVersion,
      scheduleVersion,
      ...(asked.statusDate === null ? {} : { statusDate: dateOf(asked.statusDate - 1) }),
      population,
      ...toldQuality(
        { ...quality, population },
        { names, listed: figure === undefined ? LISTED_WITH_EACH : LISTED_WITH_ONE, only: figure },
      ),
      runs: extra.runs,
    };
  }
}
