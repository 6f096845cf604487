import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Asking } from '@meridian/bus';
import { DateExplanation, WhyThisDate } from '@meridian/contracts-projects';
import { schedulePlan } from '../domain/plan/schedule-plan.js';
import { explainDate } from '../domain/why/explain-date.js';
import type { GiverOf } from '../domain/why/step-teller.js';
import { Database } from '../persistence/database.js';
import { giversFor } from '../persistence/givers.js';
import { readVisiblePlan, taskOf } from '../persistence/plan-reading.js';

const TOLD_STEPS = 500;

@Controller()
export class WhyThisDateQuery {
  constructor(private readonly database: Database) {}

  @Answers(WhyThisDate)
  async handle(@Payload() request: WhyThisDate, @Ctx() asking: Asking): Promise<DateExplanation> {
    const { projectId, taskId, end = 'finish' } = request;
    const { plan, extra: givers } = await readVisiblePlan(this.database, {
      projectId,
      person: asking.claims,
      also: (tx, { network }) => giversFor(tx, network, asking.claims),
    });
    const task = taskOf(plan, taskId);
    const { schedule } = schedulePlan(plan.network, plan.tasks);
    const giverOf: GiverOf = (id, bound) =>
      givers.get(plan.network.outside.get(id)?.[bound]?.link.linkId ?? '');
    const steps = explainDate(schedule, plan.network.names, { taskId, end, giverOf });
    const { planVersion, scheduleVersion } = plan.state;
    return {
      projectId,
      planVersion,
      scheduleVersion,
      taskId,
      name: task.name,
      end,
      at: plan.dates.get(taskId)?.[end] ?? steps[0]?.at ?? '',
      steps: steps.slice(0, TOLD_STEPS),
      ...(steps.length > TOLD_STEPS ? { stepsLeftOut: steps.length - TOLD_STEPS } : {}),
    };
  }
}
