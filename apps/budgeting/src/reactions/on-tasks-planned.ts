import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Delivery, On } from '@meridian/bus';
import { TasksPlanned } from '@meridian/contracts-projects';
import { plannedPart } from '../domain/plan/planned-part.js';
import { adoptTasks } from '../persistence/adopt-tasks.js';
import { lockBudget } from '../persistence/budgets.js';
import type { Tx } from '../persistence/database.js';
import { storeTasks } from '../persistence/plans.js';

/** The tasks of an adopted plan; with the last part the budget is laid over the plan again. Parts come in order. */
@Controller()
export class OnTasksPlanned {
  @On(TasksPlanned)
  async handle(@Payload() event: TasksPlanned, @Ctx() delivery: Delivery<Tx>): Promise<void> {
    const { projectId, planVersion } = event;
    const budget = await lockBudget(delivery.tx, projectId);
    await storeTasks(delivery.tx, plannedPart(projectId, planVersion, event.tasks));
    if (event.part < event.parts) return;
    await adoptTasks(delivery, budget, { planVersion, asOf: budget.planStatusDate ?? undefined });
  }
}
