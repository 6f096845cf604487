import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { maySeeProject } from '@meridian/access';
import { Answers, Asking } from '@meridian/bus';
import { VarianceRegister, Variances } from '@meridian/contracts-budgeting';
import { Database } from '../persistence/database.js';
import { IN_ORDER, varianceRecord } from '../persistence/variances.js';
import { today } from '../persistence/work.js';

const MOST_CLOSED = 100;

@Controller()
export class VariancesQuery {
  constructor(private readonly database: Database) {}

  @Answers(Variances)
  async handle(@Payload() { projectId }: Variances, @Ctx() asking: Asking): Promise<VarianceRegister> {
    const where = projectId === undefined ? {} : { projectId };
    const [open, closed] = await Promise.all([
      this.database.variance.findMany({
        where: { ...where, state: { not: 'closed' } },
        include: IN_ORDER,
        orderBy: [{ state: 'desc' }, { dueOn: 'asc' }, { varianceId: 'asc' }],
      }),
      this.database.variance.findMany({
        where: { ...where, state: 'closed' },
        include: IN_ORDER,
        orderBy: [{ dueOn: 'desc' }, { varianceId: 'asc' }],
        take: MOST_CLOSED,
      }),
    ]);
    const rows = [...open, ...closed];
    const projects = await this.database.project.findMany({
      where: { projectId: { in: [...new Set(rows.map((row) => row.projectId))] } },
    });
    const seen = new Map(
      projects
        .filter((project) => maySeeProject(asking.claims, project))
        .map((project) => [project.projectId, project]),
    );
    const variances = rows.flatMap((row) => {
      const project = seen.get(row.projectId);
      return project === undefined ? [] : [varianceRecord(row, project, today(asking))];
    });
    return { variances };
  }
}
