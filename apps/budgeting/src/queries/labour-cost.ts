import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { requireVisible } from '@meridian/access';
import { Answers, Asking } from '@meridian/bus';
import { LabourCost, LabourCostFigures } from '@meridian/contracts-budgeting';
import { maySeeRates } from '../access/may-see-rates.js';
import { Database } from '../persistence/database.js';
import { exactLabourCost, maskedLabourCost } from '../persistence/labour-releases.js';

/** What the time of a project cost; masked for whoever may not see rates. */
@Controller()
export class LabourCostQuery {
  constructor(private readonly database: Database) {}

  @Answers(LabourCost)
  async handle(@Payload() { projectId }: LabourCost, @Ctx() { claims }: Asking): Promise<LabourCostFigures> {
    requireVisible(claims, await this.database.project.findUnique({ where: { projectId } }));
    return maySeeRates(claims)
      ? exactLabourCost(this.database, projectId)
      : maskedLabourCost(this.database, projectId);
  }
}
