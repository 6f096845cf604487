import { Requests } from '@meridian/bus';
import {
  DateExplanation,
  Recorded,
  ScheduleQuality,
  ScheduleQualityReport,
  ScheduleRules,
  ScheduleRulesInForce,
  SetScheduleRules,
  WhyThisDate,
} from '@meridian/contracts-projects';
import { Body, Controller, Get, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '../access/allow.js';
import { bodyOf } from '../http/bodies.js';
import { Caller, TheCaller } from '../http/caller.js';
import { NeedsVersion } from '../http/route-kinds.js';
import { UuidParam } from '../http/validation.js';
import { Replies } from '../openapi/replies.js';

class WhyQuery extends bodyOf(WhyThisDate, 'projectId', 'taskId') {}
class QualityQuery extends bodyOf(ScheduleQuality, 'projectId') {}
class RulesBody extends bodyOf(SetScheduleRules, 'projectId') {}

/** What the computed schedule of a project says of itself. */
@ApiTags('schedules')
@Controller('v1/projects/:projectId')
export class ScheduleController {
  constructor(private readonly requests: Requests) {}

  @Allow('project:read')
  @Replies(DateExplanation)
  @Get('tasks/:taskId/why')
  why(
    @UuidParam('projectId') projectId: string,
    @UuidParam('taskId') taskId: string,
    @Query() query: WhyQuery,
    @TheCaller() caller: Caller,
  ): Promise<DateExplanation> {
    return this.requests.send(WhyThisDate, { ...query, projectId, taskId }, caller);
  }

  @Allow('project:read')
  @Replies(ScheduleRulesInForce)
  @Get('schedule-rules')
  rules(
    @UuidParam('projectId') projectId: string,
    @TheCaller() caller: Caller,
  ): Promise<ScheduleRulesInForce> {
    return this.requests.send(ScheduleRules, { projectId }, caller);
  }

  @Allow('project:write')
  @NeedsVersion()
  @Replies(Recorded)
  @Put('schedule-rules')
  setRules(
    @UuidParam('projectId') projectId: string,
    @Body() body: RulesBody,
    @TheCaller() caller: Caller,
  ): Promise<Recorded> {
    return this.requests.send(SetScheduleRules, { ...body, projectId }, caller);
  }

  @Allow('project:read')
  @Replies(ScheduleQualityReport)
  @Get('schedule-quality')
  quality(
    @UuidParam('projectId') projectId: string,
    @Query() query: QualityQuery,
    @TheCaller() caller: Caller,
  ): Promise<ScheduleQualityReport> {
    return this.requests.send(ScheduleQuality, { ...query, projectId }, caller);
  }
}
