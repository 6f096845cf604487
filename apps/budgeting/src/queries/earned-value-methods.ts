import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { requireVisible } from '@meridian/access';
import { Answers, Asking } from '@meridian/bus';
import { EarnedValueMethodList, EarnedValueMethods } from '@meridian/contracts-budgeting';
import { Database } from '../persistence/database.js';
import { earningRules } from '../persistence/earning-rules.js';

@Controller()
export class EarnedValueMethodsQuery {
  constructor(private readonly database: Database) {}

  @Answers(EarnedValueMethods)
  async handle(
    @Payload() { projectId }: EarnedValueMethods,
    @Ctx() { claims }: Asking,
  ): Promise<EarnedValueMethodList> {
    requireVisible(claims, await this.database.project.findUnique({ where: { projectId } }));
    return earningRules(this.database, projectId);
  }
}
