import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Delivery, On } from '@meridian/bus';
import { ClosingStarted } from '@meridian/contracts-projects';
import { beginClosing } from '../persistence/closings.js';
import type { Tx } from '../persistence/database.js';

/** A project is closing: what is open here is told at once, and from now on whenever it changes. */
@Controller()
export class OnClosingStarted {
  @On(ClosingStarted)
  handle(@Payload() event: ClosingStarted, @Ctx() delivery: Delivery<Tx>): Promise<void> {
    return beginClosing(delivery, event);
  }
}
