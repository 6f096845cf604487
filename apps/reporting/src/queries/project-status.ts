import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { requireVisible } from '@meridian/access';
import { Answers, Asking } from '@meridian/bus';
import { ProjectStatus, ProjectStatusFigures } from '@meridian/contracts-reporting';
import { attentionOf } from '../persistence/attention-lines.js';
import { Database } from '../persistence/database.js';
import { statusLine } from './status-line.js';

@Controller()
export class ProjectStatusQuery {
  constructor(private readonly database: Database) {}

  @Answers(ProjectStatus)
  async handle(@Payload() request: ProjectStatus, @Ctx() asking: Asking): Promise<ProjectStatusFigures> {
    const { projectId } = request;
    const row = await this.database.projectStatus.findUnique({ where: { projectId, isKnown: true } });
    requireVisible(asking.claims, row);
    if (!row) throw new Error('A project that is not there is never visible.');
    const attention = await attentionOf(this.database, asking, projectId);
    return { projectId, version: row.version, status: statusLine(row), attention };
  }
}
