import { Requests } from '@meridian/bus';
import {
  MilestoneFile,
  MilestoneRecord,
  MilestoneTrend,
  MilestoneTrendChart,
  Recorded,
  SetMilestoneCriteria,
} from '@meridian/contracts-projects';
import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '../access/allow.js';
import { bodyOf } from '../http/bodies.js';
import { Caller, TheCaller } from '../http/caller.js';
import { NeedsVersion } from '../http/route-kinds.js';
import { UuidParam } from '../http/validation.js';
import { Replies } from '../openapi/replies.js';

class CriteriaBody extends bodyOf(SetMilestoneCriteria, 'projectId', 'milestoneId') {}

/** Milestones with their owners, criteria and history. */
@ApiTags('milestones')
@Controller('v1/projects/:projectId')
export class MilestonesController {
  constructor(private readonly requests: Requests) {}

  /** Reporting dates against forecasts. */
  @Allow('project:read')
  @Replies(MilestoneTrendChart)
  @Get('milestone-trend')
  trend(
    @UuidParam('projectId') projectId: string,
    @TheCaller() caller: Caller,
  ): Promise<MilestoneTrendChart> {
    return this.requests.send(MilestoneTrend, { projectId }, caller);
  }

  @Allow('project:read')
  @Replies(MilestoneFile)
  @Get('milestones/:milestoneId')
  milestone(
    @UuidParam('projectId') projectId: string,
    @UuidParam('milestoneId') milestoneId: string,
    @TheCaller() caller: Caller,
  ): Promise<MilestoneFile> {
    return this.requests.send(MilestoneRecord, { projectId, milestoneId }, caller);
  }

  @Allow('project:write')
  @NeedsVersion()
  @Replies(Recorded)
  @Put('milestones/:milestoneId/criteria')
  setCriteria(
    @UuidParam('projectId') projectId: string,
    @UuidParam('milestoneId') milestoneId: string,
    @Body() body: CriteriaBody,
    @TheCaller() caller: Caller,
  ): Promise<Recorded> {
    return this.requests.send(SetMilestoneCriteria, { ...body, projectId, milestoneId }, caller);
  }
}
