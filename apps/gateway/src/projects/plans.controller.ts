import { Requests } from '@meridian/bus';
import {
  ProgressReported,
  ProjectPlan,
  Recorded,
  ReportProgress,
  ScheduledPlan,
  ShareMilestone,
} from '@meridian/contracts-projects';
import { Body, Controller, Get, Patch, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { Allow } from '../access/allow.js';
import { bodyOf } from '../http/bodies.js';
import { Caller, TheCaller } from '../http/caller.js';
import { NeedsVersion } from '../http/route-kinds.js';
import { UuidParam } from '../http/validation.js';
import { Replies } from '../openapi/replies.js';

class PlanQuery extends bodyOf(ProjectPlan, 'projectId') {
  @Type(() => Number) override readonly limit?: number;
}
class ProgressBody extends bodyOf(ReportProgress, 'projectId', 'taskId') {}
class SharesBody extends bodyOf(ShareMilestone, 'projectId', 'milestoneId') {}

@ApiTags('plans')
@Controller('v1/projects/:projectId')
export class PlansController {
  constructor(private readonly requests: Requests) {}

  @Allow('project:read')
  @Replies(ScheduledPlan)
  @Get('plan')
  plan(
    @UuidParam('projectId') projectId: string,
    @Query() query: PlanQuery,
    @TheCaller() caller: Caller,
  ): Promise<ScheduledPlan> {
    return this.requests.send(ProjectPlan, { ...query, projectId }, caller);
  }

  @Allow('progress:report')
  @Replies(ProgressReported)
  @Patch('tasks/:taskId/progress')
  progress(
    @UuidParam('projectId') projectId: string,
    @UuidParam('taskId') taskId: string,
    @Body() body: ProgressBody,
    @TheCaller() caller: Caller,
  ): Promise<ProgressReported> {
    return this.requests.send(ReportProgress, { ...body, projectId, taskId }, caller);
  }

  @Allow('project:write')
  @NeedsVersion()
  @Replies(Recorded)
  @Put('milestones/:milestoneId/shares')
  share(
    @UuidParam('projectId') projectId: string,
    @UuidParam('milestoneId') milestoneId: string,
    @Body() body: SharesBody,
    @TheCaller() caller: Caller,
  ): Promise<Recorded> {
    return this.requests.send(ShareMilestone, { ...body, projectId, milestoneId }, caller);
  }
}
