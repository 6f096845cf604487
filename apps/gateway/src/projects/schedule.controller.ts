import { Requests } from '@meridian/bus';
import { DateExplanation, WhyThisDate } from '@meridian/contracts-projects';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '../access/allow.js';
import { bodyOf } from '../http/bodies.js';
import { Caller, TheCaller } from '../http/caller.js';
import { UuidParam } from '../http/validation.js';
import { Replies } from '../openapi/replies.js';

class WhyQuery extends bodyOf(WhyThisDate, 'projectId', 'taskId') {}

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
}
