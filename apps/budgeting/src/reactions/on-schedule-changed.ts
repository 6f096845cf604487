import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Delivery, On } from '@meridian/bus';
import { ScheduleChanged } from '@meridian/contracts-projects';
import type { Tx } from '../persistence/database.js';
import { MoneyWork } from '../persistence/money-work.js';
import { watchFinish } from '../persistence/tolerances.js';

/** Forecast dates move; planned value stays, because it is measured on the baseline. */
@Controller()
export class OnScheduleChanged {
  @On(ScheduleChanged, MoneyWork)
  async handle(@Payload() event: ScheduleChanged, @Ctx() delivery: Delivery<Tx, MoneyWork>): Promise<void> {
    const { projectId, finish, moved } = event;
    const { shared } = delivery;
    for (const task of moved)
      shared.changeTask({ projectId, taskId: task.taskId, start: task.start, finish: task.finish });
    const before = shared.budget(projectId);
    const after = { ...before, forecastFinish: finish };
    await shared.saveBudget({ ...after, finishToleranceState: await watchFinish(delivery, before, after) });
  }
}
