import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Delivery, On } from '@meridian/bus';
import { ScheduleChanged } from '@meridian/contracts-projects';
import type { Tx } from '../persistence/database.js';
import { MoneyWork } from '../persistence/money-work.js';

/** Forecast dates move; planned value stays, because it is measured on the baseline. */
@Controller()
export class OnScheduleChanged {
  @On(ScheduleChanged, MoneyWork)
  async handle(@Payload() event: ScheduleChanged, @Ctx() { shared }: Delivery<Tx, MoneyWork>): Promise<void> {
    const { projectId, finish, moved } = event;
    for (const task of moved)
      shared.changeTask({ projectId, taskId: task.taskId, start: task.start, finish: task.finish });
    await shared.saveBudget({ ...shared.budget(projectId), forecastFinish: finish });
  }
}
