import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Delivery, On } from '@meridian/bus';
import { ClosingEnded } from '@meridian/contracts-projects';
import { forgetClosing } from '../persistence/closings.js';
import type { Tx } from '../persistence/database.js';

/** A closing is over: nobody asks any more. */
@Controller()
export class OnClosingEnded {
  @On(ClosingEnded)
  handle(@Payload() event: ClosingEnded, @Ctx() { tx }: Delivery<Tx>): Promise<void> {
    return forgetClosing(tx, event);
  }
}
