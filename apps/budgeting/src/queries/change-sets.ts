import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { mayManageProject } from '@meridian/access';
import { Answers, Asking } from '@meridian/bus';
import { ChangeSetList, ChangeSets } from '@meridian/contracts-budgeting';
import { Database } from '../persistence/database.js';
import { changeSetsOnWire, IN_ORDER } from '../persistence/change-sets.js';
import { decidesOnPortfolios } from '../access/may-see-scores.js';

const PAGE = 20;

/** What approved scenarios change. A project manager sees what becomes of the own projects, and nothing of the others. */
@Controller()
export class ChangeSetsQuery {
  constructor(private readonly database: Database) {}

  @Answers(ChangeSets)
  async handle(@Payload() { portfolio }: ChangeSets, @Ctx() { claims }: Asking): Promise<ChangeSetList> {
    const { database } = this;
    const sees = decidesOnPortfolios(claims);
    const own = sees
      ? []
      : (await database.project.findMany({ where: { managerPersonId: claims.personId ?? claims.subject } }))
          .filter((project) => mayManageProject(claims, project))
          .map(({ projectId }) => projectId);
    const lines = { projectId: { in: own } };
    const rows = await database.changeSet.findMany({
      where: {
        ...(portfolio === undefined ? {} : { portfolio }),
        ...(sees ? {} : { lines: { some: lines } }),
      },
      include: sees ? IN_ORDER : { lines: { ...IN_ORDER.lines, where: lines } },
      orderBy: [{ draftedAt: 'desc' }, { scenarioId: 'asc' }],
      take: PAGE,
    });
    return { changeSets: await changeSetsOnWire(database, rows) };
  }
}
