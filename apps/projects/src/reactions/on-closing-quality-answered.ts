import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Delivery, On } from '@meridian/bus';
import { ClosingQualityAnswered } from '@meridian/contracts-quality';
import { takeAnswer } from '../persistence/closings.js';
import type { Tx } from '../persistence/database.js';

@Controller()
export class OnClosingQualityAnswered {
  @On(ClosingQualityAnswered)
  handle(@Payload() event: ClosingQualityAnswered, @Ctx() { tx, at }: Delivery<Tx>): Promise<void> {
    return takeAnswer(tx, 'quality', event, at);
  }
}
