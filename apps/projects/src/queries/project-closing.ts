import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { requireVisible } from '@meridian/access';
import { Answers, Asking } from '@meridian/bus';
import {
  CheckedGuard,
  ClosingAnswerLine,
  ClosingGap,
  ClosingRecord,
  ClosingReport,
  ProjectClosing,
} from '@meridian/contracts-projects';
import { answerState } from '../domain/closing/closing.js';
import { closingConditions } from '../domain/lifecycle/move-along.js';
import { answerOf, type AnswerRow } from '../persistence/closings.js';
import { Database } from '../persistence/database.js';
import { lifeOf } from '../persistence/lifecycle.js';
import type { ProjectRow } from '../persistence/projects.js';

@Controller()
export class ProjectClosingQuery {
  constructor(private readonly database: Database) {}

  @Answers(ProjectClosing)
  async handle(@Payload() { projectId }: ProjectClosing, @Ctx() asking: Asking): Promise<ClosingReport> {
    const found = await this.database.project.findUnique({ where: { projectId } });
    requireVisible(asking.claims, found);
    const project = found as ProjectRow;
    const closings = await this.closings(projectId);
    const running = closings.find(({ state }) => state === 'open');
    const life = await lifeOf(this.database, project, []);
    const today = asking.now.toISOString().slice(0, 10);
    return {
      projectId,
      version: project.version,
      stage: project.stage,
      answers: running ? running.answers.map((row) => lineOf(row, running.startedAt)) : [],
      conditions: project.stage === 'closing' ? closingConditions(life) : [],
      isOverdue: running !== undefined && running.dueOn < today,
      closings: closings.map(recordOf),
    };
  }

  private closings(projectId: string) {
    return this.database.closing.findMany({
      where: { projectId },
      include: { answers: { orderBy: { owner: 'asc' } } },
      orderBy: { number: 'desc' },
    });
  }
}

type ClosingRow = Awaited<ReturnType<ProjectClosingQuery['closings']>>[number];

function lineOf(row: AnswerRow, startedAt: Date): ClosingAnswerLine {
  const { owner, answeredAt, openCount, items } = answerOf(row);
  return {
    owner,
    what: row.what,
    state: answerState(row),
    askedAt: startedAt.toISOString(),
    ...(answeredAt === null ? {} : { answeredAt: answeredAt.toISOString() }),
    openCount,
    items,
  };
}

function recordOf({ closingId, number, isStopped, startedByName, dueOn, ...row }: ClosingRow): ClosingRecord {
  const { startedAt, endedAt, endedByName, reason } = row;
  return {
    closingId,
    number,
    state: row.state as ClosingRecord['state'],
    isStopped,
    startedAt: startedAt.toISOString(),
    startedByName,
    dueOn,
    ...(endedAt === null ? {} : { endedAt: endedAt.toISOString() }),
    ...(endedByName === null ? {} : { endedByName }),
    ...(reason === null ? {} : { reason }),
    leftOpen: row.leftOpen as unknown as ClosingGap[],
    overridden: row.overridden as unknown as CheckedGuard[],
  };
}
