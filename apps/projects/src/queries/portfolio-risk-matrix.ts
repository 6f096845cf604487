import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { visibleProjects } from '@meridian/access';
import { Answers, Asking } from '@meridian/bus';
import { PortfolioRiskMatrix, ProjectExposure, RiskMatrix } from '@meridian/contracts-projects';
import { heatOf, type Heat } from '../domain/raid/heat-map.js';
import { assessmentOf, signedExposure, type RaidEntry } from '../domain/raid/raid-entry.js';
import { exposedProjects, matrixCells, type PlacedRisk } from '../domain/raid/risk-matrix.js';
import { Database } from '../persistence/database.js';
import { entryOfRow, type RaidRow } from '../persistence/raid-rows.js';
import { sizesOf, toldEntry } from './told-raid.js';

const TOLD = 200;

type Row = RaidRow & { readonly project: { readonly name: string; readonly code: string } };

interface Standing extends PlacedRisk {
  readonly row: Row;
}

/** Risks of projects that the caller may not see are not read: neither cells nor sums nor programmes tell of them. */
@Controller()
export class PortfolioRiskMatrixQuery {
  constructor(private readonly database: Database) {}

  @Answers(PortfolioRiskMatrix)
  async handle(@Payload() request: PortfolioRiskMatrix, @Ctx() asking: Asking): Promise<RiskMatrix> {
    const { portfolio, programme, projectId, ownerPersonId } = request;
    const seen = { AND: [visibleProjects(asking.claims), portfolio === undefined ? {} : { portfolio }] };
    const rows = await this.database.raidEntry.findMany({
      where: {
        kind: 'risk',
        status: 'open',
        project: { AND: [seen, programme === undefined ? {} : { programme }] },
        ...(projectId === undefined ? {} : { projectId }),
        ...(ownerPersonId === undefined ? {} : { ownerPersonId }),
      },
      include: { project: { select: { name: true, code: true } } },
      orderBy: [{ exposureMinor: 'desc' }, { exposureCentidays: 'desc' }, { entryId: 'asc' }],
    });
    const risks = (await this.placed(rows)).filter(
      ({ effect }) => request.effect === undefined || request.effect === effect,
    );
    const projects = toldProjects(risks);
    const standing = risks.filter(({ heat }) => heat !== null).length;
    const today = asking.now.toISOString().slice(0, 10);
    return {
      cells: matrixCells(risks),
      standing,
      withoutPlace: risks.length - standing,
      projects: projects.slice(0, TOLD),
      projectCount: projects.length,
      programmes: await this.programmesOf(seen),
      risks: inCell(risks, request)
        .slice(0, TOLD)
        .map(({ row, heat }) => ({ ...toldEntry(row, today), ...(heat === null ? {} : { heat }) })),
    };
  }

  private async placed(rows: readonly Row[]): Promise<Standing[]> {
    const sizes = await sizesOf(this.database, rows);
    return rows.map((row) => {
      const entry: RaidEntry = entryOfRow(row);
      const assessment = assessmentOf(entry);
      const size = sizes.get(row.projectId);
      const heat: Heat | null = size === undefined ? null : heatOf(assessment, size);
      const { minor: signedMinor } = signedExposure(entry.effect, assessment);
      return { projectId: row.projectId, effect: entry.effect, signedMinor, heat, row };
    });
  }

  private async programmesOf(seen: object): Promise<string[]> {
    const rows = await this.database.project.findMany({
      where: { AND: [seen, { programme: { not: null } }] },
      distinct: ['programme'],
      select: { programme: true },
      orderBy: { programme: 'asc' },
    });
    return rows.flatMap(({ programme }) => programme ?? []);
  }
}

/** Nothing unless a cell is named wholly. */
function inCell(
  risks: readonly Standing[],
  { effect, probabilityBand, impactBand }: PortfolioRiskMatrix,
): readonly Standing[] {
  if (effect === undefined || probabilityBand === undefined || impactBand === undefined) return [];
  return risks.filter(
    ({ heat }) => heat?.probabilityBand === probabilityBand && heat.impactBand === impactBand,
  );
}

/** Currency by currency: amounts of different currencies are not compared. */
function toldProjects(risks: readonly Standing[]): ProjectExposure[] {
  const rows = new Map(risks.map(({ projectId, row }) => [projectId, row]));
  return exposedProjects(risks)
    .map((one) => ({ ...one, currency: rows.get(one.projectId)!.currency }))
    .sort(
      (a, b) =>
        a.currency.localeCompare(b.currency) ||
        Number(b.netMinor - a.netMinor) ||
        a.projectId.localeCompare(b.projectId),
    )
    .map(({ exposureMinor, opportunityMinor, netMinor, ...one }) => ({
      ...one,
      code: rows.get(one.projectId)!.project.code,
      name: rows.get(one.projectId)!.project.name,
      exposureMinor: exposureMinor.toString(),
      opportunityMinor: opportunityMinor.toString(),
      netMinor: netMinor.toString(),
    }));
}
