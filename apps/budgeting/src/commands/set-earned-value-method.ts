import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Call } from '@meridian/bus';
import { EarnedValueMethodList, SetEarnedValueMethod } from '@meridian/contracts-budgeting';
import type { Tx } from '../persistence/database.js';
import { reportedMethods } from '../persistence/earning-rules.js';
import { setEarnedValueMethod } from './set-earned-value-method-v2.js';

/** As it was asked before there were methods that need more than their name. */
@Controller()
export class SetEarnedValueMethodCommand {
  @Answers(SetEarnedValueMethod)
  async handle(
    @Payload() request: SetEarnedValueMethod,
    @Ctx() call: Call<Tx>,
  ): Promise<EarnedValueMethodList> {
    return reportedMethods(await setEarnedValueMethod(request, call));
  }
}
