import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { requireVisible } from '@meridian/access';
import { Answers, Asking } from '@meridian/bus';
import { EarnedValueMethodList, EarnedValueMethods } from '@meridian/contracts-budgeting';
import { Database } from '../persistence/database.js';
import { earningRules, reportedMethods } from '../persistence/earning-rules.js';

/** As it was asked before there were methods that need more than their name. */
@Controller()
export class EarnedValueMethodsQuery {
  constructor(private readonly database: Database) {}

  @Answers(EarnedValueMethods)
  async handle(
    @Payload() { projectId }: EarnedValueMethods,
    @Ctx() { claims }: Asking,
  ): Promise<EarnedValueMethodList> {
    requireVisible(claims, await this.database.project.findUnique({ where: { projectId } }));
    return reportedMethods(await earningRules(this.database, projectId));
  }
}
