import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { mayManageProject, maySeeProject, requireVisible, type Person } from '@meridian/access';
import { Answers, Asking } from '@meridian/bus';
import {
  DependencyLine,
  DependencyList,
  DependencyStep,
  ProjectDependencies,
} from '@meridian/contracts-projects';
import { HIDDEN } from '../domain/links/link-circle.js';
import { Database } from '../persistence/database.js';
import type { DependencyRow } from '../persistence/dependencies.js';
import type { ProjectRow } from '../persistence/projects.js';

type StepRow = Awaited<ReturnType<Database['dependencyStep']['findMany']>>[number];

@Controller()
export class ProjectDependenciesQuery {
  constructor(private readonly database: Database) {}

  @Answers(ProjectDependencies)
  async handle(
    @Payload() { projectId }: ProjectDependencies,
    @Ctx() { claims: person }: Asking,
  ): Promise<DependencyList> {
    const project = await this.database.project.findUnique({ where: { projectId } });
    requireVisible(person, project);
    const rows = await this.database.dependency.findMany({
      where: { OR: [{ giverProjectId: projectId }, { takerProjectId: projectId }] },
    });
    const steps = await this.database.dependencyStep.findMany({
      where: { dependencyId: { in: rows.map(({ dependencyId }) => dependencyId) } },
      orderBy: { version: 'asc' },
    });
    const ids = rows.flatMap(({ giverProjectId, takerProjectId }) => [giverProjectId, takerProjectId]);
    const projects = await this.database.project.findMany({ where: { projectId: { in: ids } } });
    const known = new Map(projects.map((row) => [row.projectId, row]));
    const lines = rows.map((row) => {
      const own = steps.filter(({ dependencyId }) => dependencyId === row.dependencyId);
      return {
        line: toldDependency(row, { projectId, person, known, steps: own }),
        changedAt: own.at(-1)!.at,
      };
    });
    lines.sort((a, b) => b.changedAt.getTime() - a.changedAt.getTime());
    return { projectId, dependencies: lines.map(({ line }) => line) };
  }
}

interface Sight {
  readonly projectId: string;
  readonly person: Person;
  readonly known: ReadonlyMap<string, ProjectRow>;
  readonly steps: readonly StepRow[];
}

function toldDependency(row: DependencyRow, { projectId, person, known, steps }: Sight): DependencyLine {
  const { dependencyId, version, name, giverProjectId, takerProjectId, isAtRisk } = row;
  const gives = giverProjectId === projectId;
  const other = known.get(gives ? takerProjectId : giverProjectId);
  const isSeen = other !== undefined && maySeeProject(person, other);
  const answering =
    row.turn === null ? undefined : known.get(row.turn === 'giver' ? giverProjectId : takerProjectId);
  return {
    dependencyId,
    version,
    direction: gives ? 'gives' : 'gets',
    name,
    state: row.state as DependencyLine['state'],
    ...(row.turn === null ? {} : { turn: row.turn as 'giver' | 'taker' }),
    ...(row.promisedOn === null ? {} : { promisedOn: row.promisedOn }),
    ...(row.offeredOn === null ? {} : { offeredOn: row.offeredOn }),
    ...(isSeen ? { otherName: other.name, otherProjectId: other.projectId } : { otherName: HIDDEN }),
    ...(gives || isSeen ? { taskId: row.taskId } : {}),
    ...((gives || isSeen) && row.forecastOn !== null ? { forecastOn: row.forecastOn } : {}),
    isAtRisk,
    isYourTurn: answering !== undefined && mayManageProject(person, answering),
    history: steps.map((step) => toldStep(step, gives ? 'giver' : 'taker', isSeen)),
  };
}

/** Names and forecasts of a project that the caller may not see are left out; what was said to this one is not. */
function toldStep(
  { act, side, aboutDay, note, byName, at }: StepRow,
  own: string,
  isSeen: boolean,
): DependencyStep {
  const isForecastOfOther = side === null && own === 'taker' && !isSeen;
  return {
    act: act as DependencyStep['act'],
    ...(side === null ? {} : { side: side as 'giver' | 'taker' }),
    ...(aboutDay === null || isForecastOfOther ? {} : { on: aboutDay }),
    ...(note === null ? {} : { note }),
    ...(byName === null || (side !== own && !isSeen) ? {} : { by: byName }),
    at: at.toISOString(),
  };
}
