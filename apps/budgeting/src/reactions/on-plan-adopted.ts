import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Delivery, On } from '@meridian/bus';
import { PlanAdopted } from '@meridian/contracts-projects';
import { lockBudget } from '../persistence/budgets.js';
import type { Tx } from '../persistence/database.js';
import { keepForecast } from '../persistence/forecasts.js';
import { adoptTasks } from '../persistence/adopt-tasks.js';

/** A plan without tasks carries no money any more; otherwise its tasks follow in parts. */
@Controller()
export class OnPlanAdopted {
  @On(PlanAdopted)
  async handle(@Payload() event: PlanAdopted, @Ctx() delivery: Delivery<Tx>): Promise<void> {
    const { projectId, planVersion, statusDate, finish } = event;
    const budget = await lockBudget(delivery.tx, projectId);
    // What was said of the old plan is kept before the new one lies under it.
    if (budget.statusDate !== null && (statusDate ?? '') > budget.statusDate)
      await keepForecast(delivery.tx, budget, delivery.now);
    if (event.taskParts === 0) {
      return adoptTasks(delivery, budget, { planVersion, asOf: statusDate, forecastFinish: finish });
    }
    // The status date of the file counts from when the tasks are here as well.
    await delivery.tx.budget.update({
      where: { projectId },
      data: { forecastFinish: finish, planStatusDate: statusDate ?? null },
      select: { version: true },
    });
  }
}
