import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { requireVisible } from '@meridian/access';
import { Answers, Asking } from '@meridian/bus';
import { SprintFile, SprintRecord } from '@meridian/contracts-projects';
import { itemOfRow, toldItem } from '../persistence/agile/backlog.js';
import { loadRetrospective, toldRetrospective } from '../persistence/agile/retrospectives.js';
import { loadKnownSprint, toldSprint } from '../persistence/agile/sprints.js';
import { Database } from '../persistence/database.js';
import { toldDays } from './told-agile.js';

@Controller()
export class SprintRecordQuery {
  constructor(private readonly database: Database) {}

  @Answers(SprintRecord)
  handle(@Payload() { projectId, sprintId }: SprintRecord, @Ctx() asking: Asking): Promise<SprintFile> {
    const today = asking.now.toISOString().slice(0, 10);
    return this.database.$transaction(
      async (tx) => {
        requireVisible(asking.claims, await tx.project.findUnique({ where: { projectId } }));
        const sprint = await loadKnownSprint(tx, projectId, sprintId);
        const items = await tx.backlogItem.findMany({ where: { sprintId }, orderBy: { rank: 'asc' } });
        const retrospective = await loadRetrospective(tx, sprintId);
        return {
          version: sprint.version,
          sprint: toldSprint(sprint),
          items: items.map((row) => toldItem(itemOfRow(row))),
          days: await toldDays(tx, sprint, today),
          ...(retrospective === null ? {} : { retrospective: toldRetrospective(retrospective) }),
        };
      },
      { isolationLevel: 'RepeatableRead' },
    );
  }
}
