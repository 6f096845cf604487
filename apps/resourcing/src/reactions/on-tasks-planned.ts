import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Delivery, On } from '@meridian/bus';
import { TasksPlanned } from '@meridian/contracts-projects';
import type { Tx } from '../persistence/database.js';
import { agreeTasks } from '../persistence/performance/agreed-work.js';
import { storeTasks } from '../persistence/plans.js';
import { isStopped } from '../persistence/stopped-projects.js';

/** What waits for what, for levellings; and what was agreed, for those who do it. */
@Controller()
export class OnTasksPlanned {
  @On(TasksPlanned)
  async handle(@Payload() event: TasksPlanned, @Ctx() { tx }: Delivery<Tx>): Promise<void> {
    if (await isStopped(tx, event.projectId)) return;
    await storeTasks(tx, event);
    await agreeTasks(tx, event);
  }
}
