import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Asking } from '@meridian/bus';
import { LeftOutDelay, PlanLevelling, PlanLevellingState } from '@meridian/contracts-projects';
import { Database } from '../persistence/database.js';
import { lastLevelling } from '../persistence/levellings.js';
import { readVisiblePlan } from '../persistence/plan-reading.js';

@Controller()
export class PlanLevellingQuery {
  constructor(private readonly database: Database) {}

  @Answers(PlanLevelling)
  async handle(@Payload() { projectId }: PlanLevelling, @Ctx() asking: Asking): Promise<PlanLevellingState> {
    const { plan, extra: last } = await readVisiblePlan(this.database, {
      projectId,
      person: asking.claims,
      also: (tx) => lastLevelling(tx, projectId),
    });
    if (last === null) return { projectId, version: 0, tasks: [], leftOut: [] };
    const { version, proposalId, decidedByName, reason, decidedAt } = last;
    return {
      projectId,
      version,
      ...(proposalId === null ? {} : { proposalId }),
      since: decidedAt.toISOString(),
      ...(decidedByName === null ? {} : { takenOffBy: decidedByName }),
      ...(reason === null ? {} : { takenOffReason: reason }),
      tasks: plan.tasks.flatMap(({ taskId, name, levelledTo }) =>
        levelledTo === null
          ? []
          : [{ taskId, name, startNotBefore: levelledTo, start: plan.dates.get(taskId)!.start.slice(0, 10) }],
      ),
      leftOut: last.leftOut as unknown as LeftOutDelay[],
    };
  }
}
