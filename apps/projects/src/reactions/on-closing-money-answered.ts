import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Delivery, On } from '@meridian/bus';
import { ClosingMoneyAnswered } from '@meridian/contracts-budgeting';
import { takeAnswer } from '../persistence/closings.js';
import type { Tx } from '../persistence/database.js';

@Controller()
export class OnClosingMoneyAnswered {
  @On(ClosingMoneyAnswered)
  handle(@Payload() event: ClosingMoneyAnswered, @Ctx() { tx, at }: Delivery<Tx>): Promise<void> {
    return takeAnswer(tx, 'budgeting', event, at);
  }
}
