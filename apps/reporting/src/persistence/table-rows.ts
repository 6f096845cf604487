import type { AttentionKind, Severity } from '../domain/attention.js';
import type { Milestone } from '../domain/milestone.js';
import type { ProjectStatus } from '../domain/project-status.js';
import type { Tx } from './database.js';
import type { Prisma } from './generated/client.js';
import type { AttentionRow, Rows } from './rows.js';

export type StatusRow = Prisma.ProjectStatusGetPayload<object>;

/** The read models in the tables of reporting, inside one transaction. */
export class TableRows implements Rows {
  constructor(private readonly tx: Tx) {}

  async project(projectId: string): Promise<ProjectStatus> {
    await this.tx.$executeRaw`
      INSERT INTO "project_status" ("project_id", "updated_at") VALUES (${projectId}::uuid, to_timestamp(0))
      ON CONFLICT ("project_id") DO UPDATE SET "project_id" = EXCLUDED."project_id"`;
    return withText(await this.tx.projectStatus.findUniqueOrThrow({ where: { projectId } }));
  }

  async saveProject(project: ProjectStatus): Promise<void> {
    const { projectId, ...data } = project;
    await this.tx.projectStatus.updateMany({ where: { projectId }, data });
  }

  milestonesOf(projectId: string): Promise<Milestone[]> {
    return this.tx.milestone.findMany({ where: { projectId } });
  }

  async saveMilestone(milestone: Milestone): Promise<void> {
    const { milestoneId, ...data } = milestone;
    await this.tx.milestone.upsert({ where: { milestoneId }, create: milestone, update: data });
  }

  async attention(attentionId: string): Promise<AttentionRow | null> {
    const row = await this.tx.attention.findUnique({ where: { attentionId } });
    return row && { ...row, kind: row.kind as AttentionKind, severity: row.severity as Severity };
  }

  async saveAttention(line: AttentionRow): Promise<void> {
    const { attentionId, ...data } = line;
    await this.tx.attention.upsert({ where: { attentionId }, create: line, update: data });
  }

  async removeAttention(attentionId: string): Promise<void> {
    await this.tx.attention.deleteMany({ where: { attentionId } });
  }
}

/** A stored project with its ratios as text, the way the domain takes them. */
export function withText(row: StatusRow): ProjectStatus {
  const { cpi, spi, percentComplete, breachPercent, ...rest } = row;
  return {
    ...rest,
    cpi: text(cpi),
    spi: text(spi),
    percentComplete: text(percentComplete),
    breachPercent: text(breachPercent),
  };
}

function text(decimal: Prisma.Decimal | null): string | null {
  return decimal === null ? null : decimal.toFixed(6);
}
