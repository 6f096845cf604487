import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Delivery, On } from '@meridian/bus';
import { TaskProgressed } from '@meridian/contracts-projects';
import { earnedOfTask } from '../domain/plan/cost-baseline.js';
import type { Tx } from '../persistence/database.js';
import { MoneyWork } from '../persistence/money-work.js';
import { reportMoney } from '../persistence/status.js';

/** Progress of one task changes the sums of its project by what this task earned more or less; no other task is read. */
@Controller()
export class OnTaskProgressed {
  @On(TaskProgressed, MoneyWork)
  async handle(@Payload() event: TaskProgressed, @Ctx() delivery: Delivery<Tx, MoneyWork>): Promise<void> {
    const { projectId, taskId, percentComplete, taskVersion, asOf } = event;
    const { shared } = delivery;
    const task = shared.task(projectId, taskId);
    if (!task) return;

    const budget = shared.budget(projectId);
    const evMinor = earnedOfTask(task.budgetMinor, percentComplete, task.earningMethod);
    shared.changeTask({ projectId, taskId, percentComplete, taskVersion, evMinor });
    const earned = { evMinor: budget.evMinor + evMinor - task.evMinor, asOf };
    await reportMoney(delivery, budget, earned, shared);
  }
}
