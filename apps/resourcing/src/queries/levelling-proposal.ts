import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { maySeeProject } from '@meridian/access';
import { Answers, Asking, placeOfCursor } from '@meridian/bus';
import { LevelledProject, LevellingProposal, LevellingProposalFigures } from '@meridian/contracts-resourcing';
import { Database } from '../persistence/database.js';
import { proposalNotFound } from '../persistence/levelling-proposals.js';
import { MoveWords, poolNames } from './move-words.js';

const PAGE = 200;

@Controller()
export class LevellingProposalQuery {
  constructor(private readonly database: Database) {}

  @Answers(LevellingProposal)
  async handle(
    @Payload() request: LevellingProposal,
    @Ctx() asking: Asking,
  ): Promise<LevellingProposalFigures> {
    const { proposalId, limit = PAGE } = request;
    const proposal = await this.database.levellingProposal.findUnique({
      where: { proposalId },
      include: { projects: { orderBy: { projectId: 'asc' } } },
    });
    if (!proposal) throw proposalNotFound();
    const all = await this.database.project.findMany({
      where: { projectId: { in: proposal.projects.map(({ projectId }) => projectId) } },
    });
    const visible = new Map(
      all.filter((project) => maySeeProject(asking.claims, project)).map((one) => [one.projectId, one.name]),
    );
    if (visible.size === 0 && proposal.projects.length > 0) throw proposalNotFound();
    const where = { proposalId, projectId: { in: [...visible.keys()] } };
    const moveCount = await this.database.levellingMove.count({ where });
    const moves = await this.database.levellingMove.findMany({
      where: { ...where, place: { gt: placeOfCursor(request.cursor) } },
      orderBy: { place: 'asc' },
      take: limit + 1,
    });
    const shown = moves.slice(0, limit);
    const words = new MoveWords({
      projectNames: visible,
      poolNames: await poolNames(this.database, shown),
      taskNames: await this.taskNames(shown),
    });
    const last = shown.at(-1);
    return {
      proposalId,
      jobId: proposal.jobId,
      version: proposal.version,
      state: proposal.state as LevellingProposalFigures['state'],
      objective: proposal.objective,
      madeAt: proposal.madeAt.toISOString(),
      finishBefore: proposal.finishBefore,
      finishAfter: proposal.finishAfter,
      finishBound: proposal.finishBound,
      makespanBeforeDays: proposal.makespanBeforeDays,
      makespanAfterDays: proposal.makespanAfterDays,
      lowerBoundDays: proposal.lowerBoundDays,
      gap: gapOf(proposal.makespanAfterDays, proposal.lowerBoundDays),
      isOptimal: proposal.isOptimal,
      overbookedDaysBefore: proposal.overbookedBefore,
      overbookedDaysAfter: proposal.overbookedAfter,
      assumptions: proposal.assumptions,
      projects: proposal.projects
        .filter(({ projectId }) => visible.has(projectId))
        .map((project) => ({
          projectId: project.projectId,
          name: visible.get(project.projectId) ?? '',
          decision: project.decision as LevelledProject['decision'],
          moves: project.moves,
          finishBefore: project.finishBefore,
          finishAfter: project.finishAfter,
          ...(project.decidedBy === null ? {} : { decidedBy: project.decidedBy }),
          ...(project.decidedAt === null ? {} : { decidedAt: project.decidedAt.toISOString() }),
          ...(project.objection === null ? {} : { objection: project.objection }),
        })),
      moveCount,
      moves: shown.map((move) => words.tell(move)),
      ...(moves.length > limit && last ? { nextCursor: String(last.place) } : {}),
    };
  }

  /** Names of the tasks that reasons speak of. */
  private async taskNames(moves: readonly { readonly reason: unknown }[]): Promise<Map<string, string>> {
    const ids = moves.flatMap(({ reason }) => (reason as { taskId?: string }).taskId ?? []);
    const tasks = await this.database.plannedTask.findMany({
      where: { taskId: { in: [...new Set(ids)] } },
      select: { taskId: true, name: true },
    });
    return new Map(tasks.map(({ taskId, name }) => [taskId, name]));
  }
}

function gapOf(makespan: number, bound: number): number {
  return makespan === 0 ? 0 : Math.round((10_000 * (makespan - bound)) / makespan) / 10_000;
}
