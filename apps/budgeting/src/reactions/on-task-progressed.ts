import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Delivery, On } from '@meridian/bus';
import { TaskProgressed } from '@meridian/contracts-projects';
import { earnedOfTask } from '../domain/plan/cost-baseline.js';
import { isReported } from '../domain/plan/task-earning.js';
import type { Tx } from '../persistence/database.js';
import { MoneyWork } from '../persistence/money-work.js';
import { reportMoney } from '../persistence/status.js';

/**
 * Progress of one task changes the sums of its project by what this task, and those that earn with it, earned more or less; no
 * other task is read. Where a task earns by something else than its percentage, only that changes.
 */
@Controller()
export class OnTaskProgressed {
  @On(TaskProgressed, MoneyWork)
  async handle(@Payload() event: TaskProgressed, @Ctx() delivery: Delivery<Tx, MoneyWork>): Promise<void> {
    const { projectId, taskId, percentComplete, taskVersion, asOf } = event;
    const { shared } = delivery;
    const task = shared.task(projectId, taskId);
    if (!task) return;

    const budget = shared.budget(projectId);
    const { earningMethod: method } = task;
    const evMinor = isReported(method)
      ? earnedOfTask(task.budgetMinor, percentComplete, method)
      : task.evMinor;
    shared.changeTask({ projectId, taskId, percentComplete, taskVersion, evMinor });
    const measuredMinor = budget.evMinor - budget.effortMinor + evMinor - task.evMinor;
    const earned = { measuredMinor, asOf };
    await reportMoney(delivery, budget, earned, shared);
  }
}
