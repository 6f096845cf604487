import { Requests } from '@meridian/bus';
import { AcceptMilestone, AddCheck, DecideCheck, Recorded } from '@meridian/contracts-quality';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '../access/allow.js';
import { bodyOf } from '../http/bodies.js';
import { Caller, TheCaller } from '../http/caller.js';
import { UuidParam } from '../http/validation.js';
import { Replies } from '../openapi/replies.js';

class CheckBody extends bodyOf(AddCheck, 'projectId', 'milestoneId') {}
class CheckDecisionBody extends bodyOf(DecideCheck, 'checkId') {}
class AcceptanceBody extends bodyOf(AcceptMilestone, 'projectId', 'milestoneId') {}

@ApiTags('quality')
@Controller('v1')
export class QualityController {
  constructor(private readonly requests: Requests) {}

  @Allow('quality:write')
  @Replies(Recorded, 201)
  @Post('projects/:projectId/milestones/:milestoneId/checks')
  add(
    @UuidParam('projectId') projectId: string,
    @UuidParam('milestoneId') milestoneId: string,
    @Body() body: CheckBody,
    @TheCaller() caller: Caller,
  ): Promise<Recorded> {
    return this.requests.send(AddCheck, { ...body, projectId, milestoneId }, caller);
  }

  @Allow('quality:sign')
  @HttpCode(200)
  @Replies(Recorded)
  @Post('checks/:checkId/decision')
  decide(
    @UuidParam('checkId') checkId: string,
    @Body() body: CheckDecisionBody,
    @TheCaller() caller: Caller,
  ): Promise<Recorded> {
    return this.requests.send(DecideCheck, { ...body, checkId }, caller);
  }

  @Allow('quality:accept')
  @HttpCode(200)
  @Replies(Recorded)
  @Post('projects/:projectId/milestones/:milestoneId/acceptance')
  accept(
    @UuidParam('projectId') projectId: string,
    @UuidParam('milestoneId') milestoneId: string,
    @Body() body: AcceptanceBody,
    @TheCaller() caller: Caller,
  ): Promise<Recorded> {
    return this.requests.send(AcceptMilestone, { ...body, projectId, milestoneId }, caller);
  }
}
