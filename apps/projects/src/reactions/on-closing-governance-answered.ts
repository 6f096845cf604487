import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Delivery, On } from '@meridian/bus';
import { ClosingGovernanceAnswered } from '@meridian/contracts-governance';
import { takeAnswer } from '../persistence/closings.js';
import type { Tx } from '../persistence/database.js';

@Controller()
export class OnClosingGovernanceAnswered {
  @On(ClosingGovernanceAnswered)
  handle(@Payload() event: ClosingGovernanceAnswered, @Ctx() { tx, at }: Delivery<Tx>): Promise<void> {
    return takeAnswer(tx, 'governance', event, at);
  }
}
