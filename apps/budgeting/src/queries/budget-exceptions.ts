import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { visibleProjects } from '@meridian/access';
import { Answers, Asking } from '@meridian/bus';
import { BudgetExceptionList, BudgetExceptions } from '@meridian/contracts-budgeting';
import { exceptionOnWire } from '../persistence/budget-exceptions.js';
import { Database } from '../persistence/database.js';
import { namesOf } from '../persistence/person-names.js';

const MOST = 200;

/** What was asked for of the projects that one may see, and what became of it. */
@Controller()
export class BudgetExceptionsQuery {
  constructor(private readonly database: Database) {}

  @Answers(BudgetExceptions)
  async handle(
    @Payload() { projectId }: BudgetExceptions,
    @Ctx() { claims }: Asking,
  ): Promise<BudgetExceptionList> {
    const own = projectId === undefined ? {} : { projectId };
    const projects = await this.database.project.findMany({
      where: { AND: [visibleProjects(claims), own] },
      select: { projectId: true },
    });
    const rows = await this.database.budgetException.findMany({
      where: { projectId: { in: projects.map((project) => project.projectId) } },
      orderBy: [{ askedAt: 'desc' }, { exceptionId: 'asc' }],
      take: MOST,
    });
    const names = await namesOf(
      this.database,
      rows.flatMap(({ askedBy, decidedBy }) => [askedBy, decidedBy]),
    );
    return { exceptions: rows.map((row) => exceptionOnWire(row, names)) };
  }
}
