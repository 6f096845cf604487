import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Delivery, On } from '@meridian/bus';
import { ClosingWithdrawn } from '@meridian/contracts-projects';
import { forgetClosing } from '../persistence/closings.js';
import type { Tx } from '../persistence/database.js';

/** The project is in delivery again: nobody asks any more. */
@Controller()
export class OnClosingWithdrawn {
  @On(ClosingWithdrawn)
  handle(@Payload() event: ClosingWithdrawn, @Ctx() { tx }: Delivery<Tx>): Promise<void> {
    return forgetClosing(tx, event);
  }
}
