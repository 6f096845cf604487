import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { maySeeProject } from '@meridian/access';
import { Answers, Asking } from '@meridian/bus';
import { MilestoneQuality, ProjectQuality, ProjectQualityFigures } from '@meridian/contracts-quality';
import type { CheckState } from '../domain/check.js';
import { readinessOf } from '../domain/readiness.js';
import { Database } from '../persistence/database.js';

@Controller()
export class ProjectQualityQuery {
  constructor(private readonly database: Database) {}

  @Answers(ProjectQuality)
  async handle(@Payload() request: ProjectQuality, @Ctx() asking: Asking): Promise<ProjectQualityFigures> {
    const { projectId } = request;
    const project = await this.database.project.findUnique({ where: { projectId } });
    if (!project || !maySeeProject(asking.claims, project)) {
      return { projectId, total: 0, open: 0, openMandatory: 0, failed: 0, milestones: [] };
    }
    const milestones = (await this.milestones(projectId)).map(lineOf);
    const figures = readinessOf(milestones.flatMap(({ checks }) => checks));
    const { total, open, openMandatory, failed } = figures;
    return { projectId, total, open, openMandatory, failed, milestones };
  }

  milestones(projectId: string) {
    return this.database.milestone.findMany({
      where: { projectId, isWithdrawn: false },
      include: { checks: { orderBy: [{ position: 'asc' }, { checkId: 'asc' }] } },
      orderBy: [{ dueOn: 'asc' }, { milestoneId: 'asc' }],
    });
  }
}

type MilestoneRow = Awaited<ReturnType<ProjectQualityQuery['milestones']>>[number];

function lineOf(milestone: MilestoneRow): MilestoneQuality {
  const checks = milestone.checks.map((check) => ({
    checkId: check.checkId,
    version: check.version,
    title: check.title,
    isMandatory: check.isMandatory,
    state: check.state as CheckState,
    ...(check.evidence === null ? {} : { evidence: check.evidence }),
  }));
  return {
    milestoneId: milestone.milestoneId,
    version: milestone.version,
    name: milestone.name,
    dueOn: milestone.dueOn,
    isReady: readinessOf(checks).isReady,
    ...(milestone.acceptedOn === null ? {} : { acceptedOn: milestone.acceptedOn }),
    ...(milestone.acceptedByName === null ? {} : { acceptedByName: milestone.acceptedByName }),
    checks,
  };
}
