import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Delivery, On } from '@meridian/bus';
import { ClosingPeopleAnswered } from '@meridian/contracts-resourcing';
import { takeAnswer } from '../persistence/closings.js';
import type { Tx } from '../persistence/database.js';

@Controller()
export class OnClosingPeopleAnswered {
  @On(ClosingPeopleAnswered)
  handle(@Payload() event: ClosingPeopleAnswered, @Ctx() { tx, at }: Delivery<Tx>): Promise<void> {
    return takeAnswer(tx, 'resourcing', event, at);
  }
}
