import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { requireVisible } from '@meridian/access';
import { Answers, Asking } from '@meridian/bus';
import { ProjectRaid, RaidRegister } from '@meridian/contracts-projects';
import { Database } from '../persistence/database.js';
import { sizesOf, toldEntry, totalsOf } from './told-raid.js';

const TOLD = 500;

@Controller()
export class ProjectRaidQuery {
  constructor(private readonly database: Database) {}

  @Answers(ProjectRaid)
  async handle(@Payload() { projectId, kind }: ProjectRaid, @Ctx() asking: Asking): Promise<RaidRegister> {
    const project = await this.database.project.findUnique({ where: { projectId } });
    requireVisible(asking.claims, project);
    const today = asking.now.toISOString().slice(0, 10);
    const where = { projectId, ...(kind === undefined ? {} : { kind }) };
    const include = { project: { select: { name: true } } };
    const [open, ended, entryCount, totals] = await Promise.all([
      this.database.raidEntry.findMany({
        where: { ...where, status: 'open' },
        include,
        orderBy: [{ exposureMinor: 'desc' }, { exposureCentidays: 'desc' }, { number: 'asc' }],
        take: TOLD,
      }),
      this.database.raidEntry.findMany({
        where: { ...where, status: { not: 'open' } },
        include,
        orderBy: [{ endedOn: 'desc' }, { number: 'desc' }],
        take: TOLD,
      }),
      this.database.raidEntry.count({ where }),
      totalsOf(this.database, where, today),
    ]);
    const sizes = await sizesOf(this.database, [{ projectId, currency: project?.currency ?? '' }]);
    const entries = [...open, ...ended]
      .slice(0, TOLD)
      .map((row) => toldEntry(row, today, sizes.get(projectId)));
    return { projectId, entries, entryCount, totals };
  }
}
