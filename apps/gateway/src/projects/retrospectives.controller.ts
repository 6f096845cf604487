import { Requests } from '@meridian/bus';
import { Recorded, RecordRetrospective, SettleRetrospectiveAction } from '@meridian/contracts-projects';
import { Body, Controller, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '../access/allow.js';
import { bodyOf } from '../http/bodies.js';
import { Caller, TheCaller } from '../http/caller.js';
import { NeedsVersion } from '../http/route-kinds.js';
import { UuidParam } from '../http/validation.js';
import { Replies } from '../openapi/replies.js';

class RetrospectiveBody extends bodyOf(RecordRetrospective, 'projectId', 'sprintId') {}
class SettlementBody extends bodyOf(SettleRetrospectiveAction, 'projectId', 'sprintId', 'actionId') {}

/** What teams say of their sprints, and what they want to do differently. Read with the sprint. */
@ApiTags('agile')
@Controller('v1/projects/:projectId/sprints/:sprintId/retrospective')
export class RetrospectivesController {
  constructor(private readonly requests: Requests) {}

  /** `If-Match: "0"` while there is none. */
  @Allow('progress:report')
  @NeedsVersion()
  @Replies(Recorded)
  @Put()
  record(
    @UuidParam('projectId') projectId: string,
    @UuidParam('sprintId') sprintId: string,
    @Body() body: RetrospectiveBody,
    @TheCaller() caller: Caller,
  ): Promise<Recorded> {
    return this.requests.send(RecordRetrospective, { ...body, projectId, sprintId }, caller);
  }

  /** On the version of the retrospective. */
  @Allow('progress:report')
  @NeedsVersion()
  @Replies(Recorded, 201)
  @Post('actions/:actionId/outcome')
  settle(
    @UuidParam('projectId') projectId: string,
    @UuidParam('sprintId') sprintId: string,
    @UuidParam('actionId') actionId: string,
    @Body() body: SettlementBody,
    @TheCaller() caller: Caller,
  ): Promise<Recorded> {
    return this.requests.send(SettleRetrospectiveAction, { ...body, projectId, sprintId, actionId }, caller);
  }
}
