import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Delivery, On } from '@meridian/bus';
import { TaskProgressed } from '@meridian/contracts-projects';
import type { Tx } from '../persistence/database.js';

/** Work that runs or is done is not levelled any more. */
@Controller()
export class OnTaskProgressed {
  @On(TaskProgressed)
  async handle(@Payload() event: TaskProgressed, @Ctx() { tx }: Delivery<Tx>): Promise<void> {
    const { taskId, percentComplete } = event;
    await tx.$executeRaw`
      UPDATE planned_task SET percent_complete = ${percentComplete} WHERE task_id = ${taskId}::uuid`;
  }
}
