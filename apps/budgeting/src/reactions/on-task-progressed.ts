import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Delivery, On } from '@meridian/bus';
import { TaskProgressed } from '@meridian/contracts-projects';
import { earnedOfTask } from '../domain/plan/cost-baseline.js';
import { lockBudget } from '../persistence/budgets.js';
import type { Tx } from '../persistence/database.js';
import { reportMoney } from '../persistence/status.js';

/** Progress of one task changes the sums of its project by what this task earned more or less; no other task is read. */
@Controller()
export class OnTaskProgressed {
  @On(TaskProgressed)
  async handle(@Payload() event: TaskProgressed, @Ctx() delivery: Delivery<Tx>): Promise<void> {
    const { projectId, taskId, percentComplete, taskVersion, asOf } = event;
    const budget = await lockBudget(delivery.tx, projectId);
    const key = { projectId_taskId: { projectId, taskId } };
    const task = await delivery.tx.task.findUnique({
      where: key,
      select: { budgetMinor: true, evMinor: true },
    });
    if (!task) return;

    const evMinor = earnedOfTask(task.budgetMinor, percentComplete);
    await delivery.tx.task.update({
      where: key,
      data: { percentComplete, taskVersion, evMinor },
      select: { taskId: true },
    });
    await reportMoney(delivery, budget, { evMinor: budget.evMinor + evMinor - task.evMinor, asOf });
  }
}
