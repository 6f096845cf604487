import { Requests } from '@meridian/bus';
import { ProjectMoney } from '@meridian/contracts-budgeting';
import { ProjectGates } from '@meridian/contracts-governance';
import { ProjectPlan, ProjectRecord } from '@meridian/contracts-projects';
import { ProjectQuality } from '@meridian/contracts-quality';
import { ProjectStatus } from '@meridian/contracts-reporting';
import { ProjectPeople } from '@meridian/contracts-resourcing';
import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '../access/allow.js';
import { asking, PAGE_DEADLINE_MS } from '../http/asking.js';
import { Caller, TheCaller } from '../http/caller.js';
import { fromServices, toPage } from '../http/from-services.js';
import { Tagged } from '../http/route-kinds.js';
import { UuidParam } from '../http/validation.js';
import { Replies } from '../openapi/replies.js';
import { ProjectPageAnswer } from './project-page.js';

const TASKS_SHOWN = 200;

@ApiTags('projects')
@Controller('v1/projects')
export class ProjectPageController {
  constructor(private readonly requests: Requests) {}

  /** Everything about one project. Without its record there is no page; every other part may be missing. */
  @Allow('project:read')
  @Replies(ProjectPageAnswer)
  @Tagged(({ asOf: _, ...content }: ProjectPageAnswer) => ({ version: content.project.version, content }))
  @Get(':projectId')
  async read(
    @UuidParam('projectId') projectId: string,
    @TheCaller() caller: Caller,
  ): Promise<ProjectPageAnswer> {
    const asOf = new Date().toISOString();
    const part = asking(this.requests, caller);
    const gathered = await fromServices(
      {
        project: part(ProjectRecord, { projectId }),
        plan: part(ProjectPlan, { projectId, limit: TASKS_SHOWN }),
        money: part(ProjectMoney, { projectId }),
        people: part(ProjectPeople, { projectId }),
        quality: part(ProjectQuality, { projectId }),
        governance: part(ProjectGates, { projectId }),
        status: part(ProjectStatus, { projectId }),
      },
      { deadlineMs: PAGE_DEADLINE_MS, essential: 'project' },
    );
    const { project, ...rest } = toPage(gathered);
    return { asOf, project: project!, ...rest };
  }
}
