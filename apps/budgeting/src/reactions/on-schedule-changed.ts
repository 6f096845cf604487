import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Delivery, On } from '@meridian/bus';
import { ScheduleChanged } from '@meridian/contracts-projects';
import { lockBudget } from '../persistence/budgets.js';
import type { Tx } from '../persistence/database.js';
import { moveTasks } from '../persistence/plans.js';

/** Forecast dates move; planned value stays, because it is measured on the baseline. */
@Controller()
export class OnScheduleChanged {
  @On(ScheduleChanged)
  async handle(@Payload() event: ScheduleChanged, @Ctx() { tx }: Delivery<Tx>): Promise<void> {
    const { projectId, finish, moved } = event;
    await lockBudget(tx, projectId);
    await moveTasks(tx, projectId, moved);
    await tx.budget.update({
      where: { projectId },
      data: { forecastFinish: finish },
      select: { version: true },
    });
  }
}
