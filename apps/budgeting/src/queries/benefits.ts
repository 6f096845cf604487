import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { maySeeProject } from '@meridian/access';
import { Answers, Asking } from '@meridian/bus';
import { BenefitRegister, Benefits } from '@meridian/contracts-budgeting';
import { benefitFigures, LATEST_FIRST } from '../persistence/benefit-records.js';
import { Database } from '../persistence/database.js';
import { today } from '../persistence/work.js';

/** The benefits register. Who owns a benefit sees it, also when the project is confidential. */
@Controller()
export class BenefitsQuery {
  constructor(private readonly database: Database) {}

  @Answers(Benefits)
  async handle(@Payload() { projectId }: Benefits, @Ctx() asking: Asking): Promise<BenefitRegister> {
    const { claims } = asking;
    const rows = await this.database.benefit.findMany({
      where: projectId === undefined ? {} : { projectId },
      include: { measures: { orderBy: [...LATEST_FIRST] } },
      orderBy: [{ targetOn: 'asc' }, { benefitId: 'asc' }],
    });
    const projects = await this.database.project.findMany({
      where: { projectId: { in: [...new Set(rows.map((row) => row.projectId))] } },
    });
    const seen = new Set(
      projects.filter((project) => maySeeProject(claims, project)).map((project) => project.projectId),
    );
    const mine = rows.filter((row) => seen.has(row.projectId) || row.ownerPersonId === claims.personId);
    return { benefits: mine.map((row) => benefitFigures(row, today(asking))) };
  }
}
