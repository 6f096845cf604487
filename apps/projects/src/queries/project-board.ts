import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { requireVisible } from '@meridian/access';
import { Answers, Asking } from '@meridian/bus';
import { Board, ProjectBoard } from '@meridian/contracts-projects';
import { itemOfRow, toldItem } from '../persistence/agile/backlog.js';
import { limitsInForce, toldLimits } from '../persistence/agile/board-limits.js';
import { throughputOf } from '../persistence/agile/outlooks.js';
import { sprintOfRow, toldSprint } from '../persistence/agile/sprints.js';
import { Database, type Tx } from '../persistence/database.js';
import { toldDays, toldVelocity } from './told-agile.js';

const TOLD_ITEMS = 500;
const TOLD_SPRINTS = 50;

@Controller()
export class ProjectBoardQuery {
  constructor(private readonly database: Database) {}

  @Answers(ProjectBoard)
  handle(@Payload() { projectId }: ProjectBoard, @Ctx() asking: Asking): Promise<Board> {
    const today = asking.now.toISOString().slice(0, 10);
    return this.database.$transaction(
      async (tx) => {
        requireVisible(asking.claims, await tx.project.findUnique({ where: { projectId } }));
        return boardOf(tx, projectId, today);
      },
      { isolationLevel: 'RepeatableRead' },
    );
  }
}

async function boardOf(tx: Tx, projectId: string, today: string): Promise<Board> {
  const rows = await tx.sprint.findMany({ where: { projectId }, orderBy: { number: 'asc' } });
  const sprints = rows.map(sprintOfRow);
  const sprint =
    sprints.find(({ state }) => state === 'running') ?? sprints.find(({ state }) => state === 'planned');
  const items = sprint === undefined ? [] : await itemsWhere(tx, { sprintId: sprint.sprintId });
  const inState = (wanted: string) => items.filter(({ state }) => state === wanted).map(toldItem);
  const limits = await limitsInForce(tx, projectId);
  const waiting = { projectId, state: 'backlog' };
  return {
    projectId,
    backlog: (await itemsWhere(tx, waiting)).map(toldItem),
    backlogCount: await tx.backlogItem.count({ where: waiting }),
    ...(sprint === undefined ? {} : { sprint: toldSprint(sprint) }),
    ...(limits === null ? {} : { limits: toldLimits(limits) }),
    committed: inState('committed'),
    inProgress: inState('in-progress'),
    done: inState('done'),
    days: sprint === undefined ? [] : await toldDays(tx, sprint, today),
    velocity: toldVelocity(sprints),
    throughput: await throughputOf(tx, projectId, today),
    sprints: sprints.toReversed().slice(0, TOLD_SPRINTS).map(toldSprint),
  };
}

async function itemsWhere(tx: Tx, where: object) {
  const rows = await tx.backlogItem.findMany({ where, orderBy: { rank: 'asc' }, take: TOLD_ITEMS });
  return rows.map(itemOfRow);
}
