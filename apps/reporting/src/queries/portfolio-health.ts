import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { visibleProjects } from '@meridian/access';
import { Answers, Asking, placeOfCursor } from '@meridian/bus';
import { PortfolioHealth, PortfolioHealthFigures, ProgrammeHealth } from '@meridian/contracts-reporting';
import { worst, type Health } from '../domain/health.js';
import { PIPELINE, pipelineOf } from '../domain/pipeline.js';
import { Database } from '../persistence/database.js';
import { statusLine } from './status-line.js';

const PAGE = 200;
const WORST_FIRST: readonly Health[] = ['off-track', 'at-risk', 'on-track', 'unknown'];
const HEALTH_COLUMNS = {
  programme: true,
  overall: true,
  schedule: true,
  cost: true,
  quality: true,
  resources: true,
};

@Controller()
export class PortfolioHealthQuery {
  constructor(private readonly database: Database) {}

  /** The cursor is how many projects were shown; the order is worst first, then by code. */
  @Answers(PortfolioHealth)
  async handle(@Payload() request: PortfolioHealth, @Ctx() asking: Asking): Promise<PortfolioHealthFigures> {
    const portfolio = request.portfolio === undefined ? {} : { portfolio: request.portfolio };
    const seen = { isKnown: true, ...portfolio, ...visibleProjects(asking.claims) };
    const early = await this.database.projectStatus.groupBy({
      by: ['stage'],
      where: { ...seen, stage: { in: [...PIPELINE] } },
      _count: true,
    });
    const all = await this.database.projectStatus.findMany({
      where: { ...seen, stage: { notIn: [...PIPELINE] } },
      select: { projectId: true, code: true, ...HEALTH_COLUMNS },
    });
    const ranked = [...all].sort(worstFirst);
    const from = placeOfCursor(request.cursor) ?? 0;
    const page = ranked.slice(from, from + (request.limit ?? PAGE));
    const rows = await this.database.projectStatus.findMany({
      where: { projectId: { in: page.map((p) => p.projectId) } },
    });
    const byId = new Map(rows.map((row) => [row.projectId, row]));
    const count = (state: Health): number => all.filter((row) => row.overall === state).length;
    const shown = from + page.length;
    return {
      asOf: asking.now.toISOString(),
      projects: all.length,
      onTrack: count('on-track'),
      atRisk: count('at-risk'),
      offTrack: count('off-track'),
      unknown: count('unknown'),
      pipeline: pipelineOf(early.map(({ stage, _count }) => ({ stage, projects: _count }))),
      programmes: programmesOf(all),
      lines: page.flatMap(({ projectId }) => byId.get(projectId) ?? []).map(statusLine),
      ...(shown < ranked.length ? { nextCursor: String(shown) } : {}),
    };
  }
}

interface HealthRow {
  readonly code: string;
  readonly programme: string | null;
  readonly overall: string;
  readonly schedule: string;
  readonly cost: string;
  readonly quality: string;
  readonly resources: string;
}

/** A programme is as healthy as the worst of its projects in each dimension. */
function programmesOf(rows: readonly HealthRow[]): ProgrammeHealth[] {
  const groups = new Map<string, HealthRow[]>();
  for (const row of rows) {
    if (row.programme === null) continue;
    groups.set(row.programme, [...(groups.get(row.programme) ?? []), row]);
  }
  return [...groups.entries()]
    .map(([programme, members]) => {
      const state = (column: 'overall' | 'schedule' | 'cost' | 'quality' | 'resources'): Health =>
        worst(members.map((member) => member[column] as Health));
      return {
        programme,
        projects: members.length,
        overall: state('overall'),
        schedule: state('schedule'),
        cost: state('cost'),
        quality: state('quality'),
        resources: state('resources'),
      };
    })
    .sort((a, b) => a.programme.localeCompare(b.programme));
}

function worstFirst(a: HealthRow, b: HealthRow): number {
  const rank = (row: HealthRow): number => WORST_FIRST.indexOf(row.overall as Health);
  return rank(a) - rank(b) || a.code.localeCompare(b.code);
}
