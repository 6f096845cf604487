import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { requireVisible } from '@meridian/access';
import { Answers, Asking } from '@meridian/bus';
import { BusinessCase, BusinessCaseVersions } from '@meridian/contracts-budgeting';
import { businessCaseFigures } from '../persistence/business-cases.js';
import { Database } from '../persistence/database.js';

/** The business case of a project, version by version, with the gates that were decided on each. */
@Controller()
export class BusinessCaseQuery {
  constructor(private readonly database: Database) {}

  @Answers(BusinessCase)
  async handle(
    @Payload() { projectId }: BusinessCase,
    @Ctx() { claims }: Asking,
  ): Promise<BusinessCaseVersions> {
    requireVisible(claims, await this.database.project.findUnique({ where: { projectId } }));
    const rows = await this.database.businessCaseVersion.findMany({
      where: { projectId },
      include: { gates: { orderBy: { decidedOn: 'asc' } } },
      orderBy: { version: 'desc' },
    });
    return { projectId, versions: rows.map(businessCaseFigures) };
  }
}
