import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Delivery, On } from '@meridian/bus';
import { TaskProgressed } from '@meridian/contracts-projects';
import type { Tx } from '../persistence/database.js';
import { ProgressWork } from '../persistence/progress-work.js';

/** Work that runs or is done is not levelled any more; when it was done is kept for those who did it. */
@Controller()
export class OnTaskProgressed {
  @On(TaskProgressed, ProgressWork)
  async handle(@Payload() event: TaskProgressed, @Ctx() delivery: Delivery<Tx, ProgressWork>): Promise<void> {
    delivery.shared.keep(event);
  }
}
