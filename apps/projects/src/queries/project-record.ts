import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { requireVisible } from '@meridian/access';
import { Answers, Asking } from '@meridian/bus';
import { ProjectFile, ProjectRecord, SnapshotFigure } from '@meridian/contracts-projects';
import { Database } from '../persistence/database.js';
import { factsOf } from '../persistence/portfolio-records.js';
import { projectFact } from '../persistence/projects.js';
import { toldLine } from './told-milestone.js';

@Controller()
export class ProjectRecordQuery {
  constructor(private readonly database: Database) {}

  @Answers(ProjectRecord)
  async handle(@Payload() request: ProjectRecord, @Ctx() asking: Asking): Promise<ProjectFile> {
    const found = await this.database.project.findUnique({
      where: { projectId: request.projectId },
      include: {
        snapshots: { orderBy: [{ to: 'asc' }, { from: 'asc' }] },
        milestones: {
          where: { isWithdrawn: false },
          orderBy: [{ forecastOn: 'asc' }, { milestoneId: 'asc' }],
        },
      },
    });
    requireVisible(asking.claims, found);
    if (!found) throw new Error('A project that is not there is never visible.');
    const { snapshots, milestones, ...project } = found;
    return {
      ...projectFact(project),
      history: snapshots.map(({ facts, importedAt }) => snapshotFigure(facts, importedAt)),
      milestones: milestones.map(toldLine),
    };
  }
}

function snapshotFigure(json: unknown, importedAt: Date): SnapshotFigure {
  const { snapshot, wholeLifeCost, durationMonths, deliveryConfidence, variancePercent } = factsOf(json);
  return {
    snapshot: snapshot.label,
    importedAt: importedAt.toISOString(),
    ...(wholeLifeCost === null ? {} : { wholeLifeCostMinor: wholeLifeCost.amountMinor.toString() }),
    ...(durationMonths === null ? {} : { durationMonths: Number(durationMonths) }),
    ...(deliveryConfidence === null ? {} : { deliveryConfidence }),
    ...(variancePercent === null ? {} : { variancePercent: Number(variancePercent) }),
  };
}
