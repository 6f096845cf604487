import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { requireVisible } from '@meridian/access';
import { Answers, Asking } from '@meridian/bus';
import { EarnedValueMethodListV2, EarnedValueMethodsV2 } from '@meridian/contracts-budgeting';
import { Database } from '../persistence/database.js';
import { earningRules } from '../persistence/earning-rules.js';

@Controller()
export class EarnedValueMethodsV2Query {
  constructor(private readonly database: Database) {}

  @Answers(EarnedValueMethodsV2)
  async handle(
    @Payload() { projectId }: EarnedValueMethodsV2,
    @Ctx() { claims }: Asking,
  ): Promise<EarnedValueMethodListV2> {
    requireVisible(claims, await this.database.project.findUnique({ where: { projectId } }));
    return earningRules(this.database, projectId);
  }
}
