import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { visibleProjects } from '@meridian/access';
import { Answers, Asking } from '@meridian/bus';
import { ListProjects, ProjectPage } from '@meridian/contracts-projects';
import { Database } from '../persistence/database.js';

const PAGE = 50;

@Controller()
export class ListProjectsQuery {
  constructor(private readonly database: Database) {}

  /** By code; the cursor is the last code seen. */
  @Answers(ListProjects)
  async handle(@Payload() request: ListProjects, @Ctx() asking: Asking): Promise<ProjectPage> {
    const limit = request.limit ?? PAGE;
    const contains = { contains: request.text ?? '', mode: 'insensitive' as const };
    const seen = {
      AND: [
        visibleProjects(asking.claims),
        request.portfolio === undefined ? {} : { portfolio: request.portfolio },
        request.text === undefined ? {} : { OR: [{ code: contains }, { name: contains }] },
      ],
    };
    const [total, rows] = await Promise.all([
      this.database.project.count({ where: seen }),
      this.database.project.findMany({
        where: request.cursor === undefined ? seen : { AND: [seen, { code: { gt: request.cursor } }] },
        include: { plan: { select: { finish: true } } },
        orderBy: { code: 'asc' },
        take: limit + 1,
      }),
    ]);
    const projects = rows.slice(0, limit).map((row) => {
      const finish = row.plan?.finish ?? row.finish;
      return {
        projectId: row.projectId,
        version: row.version,
        code: row.code,
        name: row.name,
        portfolio: row.portfolio,
        stage: row.stage,
        ...(row.programme === null ? {} : { programme: row.programme }),
        ...(row.orgUnit === null ? {} : { orgUnit: row.orgUnit }),
        ...(row.category === null ? {} : { category: row.category }),
        ...(row.managerName === null ? {} : { managerName: row.managerName }),
        ...(row.deliveryConfidence === null ? {} : { deliveryConfidence: row.deliveryConfidence }),
        ...(finish === null ? {} : { finish }),
      };
    });
    const last = projects.at(-1);
    return { projects, total, ...(rows.length > limit && last ? { nextCursor: last.code } : {}) };
  }
}
