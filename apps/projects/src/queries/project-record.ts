import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { requireVisible } from '@meridian/access';
import { Answers, Asking } from '@meridian/bus';
import { MilestoneLine, ProjectFile, ProjectRecord, SnapshotFigure } from '@meridian/contracts-projects';
import { slipDays } from '../domain/milestone/milestone.js';
import { Database } from '../persistence/database.js';
import type { MilestoneRow } from '../persistence/milestones.js';
import { factsOf } from '../persistence/portfolio-records.js';
import { projectFact } from '../persistence/projects.js';

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
      milestones: milestones.map(milestoneLine),
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

function milestoneLine(milestone: MilestoneRow): MilestoneLine {
  const { milestoneId, name, forecastOn, isDone, sharedWith, phaseId, baselineOn, acceptedOn } = milestone;
  return {
    milestoneId,
    name,
    forecastOn,
    slipDays: slipDays(milestone),
    isDone,
    sharedWith,
    version: milestone.version,
    ...(phaseId === null ? {} : { phaseId }),
    ...(baselineOn === null ? {} : { baselineOn }),
    ...(acceptedOn === null ? {} : { acceptedOn }),
  };
}
