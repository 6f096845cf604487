import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Asking } from '@meridian/bus';
import { DateExplanation, WhyThisDate } from '@meridian/contracts-projects';
import { schedulePlan } from '../domain/plan/schedule-plan.js';
import { explainDate } from '../domain/why/explain-date.js';
import { Database } from '../persistence/database.js';
import { nothingElse, readVisiblePlan, taskOf } from '../persistence/plan-reading.js';

const TOLD_STEPS = 500;

@Controller()
export class WhyThisDateQuery {
  constructor(private readonly database: Database) {}

  @Answers(WhyThisDate)
  async handle(@Payload() request: WhyThisDate, @Ctx() asking: Asking): Promise<DateExplanation> {
    const { projectId, taskId, end = 'finish' } = request;
    const { plan } = await readVisiblePlan(this.database, {
      projectId,
      person: asking.claims,
      also: nothingElse,
    });
    const task = taskOf(plan, taskId);
    const { schedule } = schedulePlan(plan.network, plan.tasks);
    const steps = explainDate(schedule, plan.network.names, { taskId, end });
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
