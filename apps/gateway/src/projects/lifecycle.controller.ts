import { Requests } from '@meridian/bus';
import {
  AskClosings,
  ClosingReport,
  ClosingsAsked,
  LifecycleReport,
  MoveProject,
  ProjectClosing,
  ProjectLifecycle,
  Recorded,
  StopProject,
  SubmitIdea,
} from '@meridian/contracts-projects';
import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '../access/allow.js';
import { bodyOf } from '../http/bodies.js';
import { Caller, TheCaller } from '../http/caller.js';
import { NeedsVersion } from '../http/route-kinds.js';
import { UuidParam } from '../http/validation.js';
import { Replies } from '../openapi/replies.js';

class StageBody extends bodyOf(MoveProject, 'projectId') {}
class StopBody extends bodyOf(StopProject, 'projectId') {}

@ApiTags('lifecycle')
@Controller('v1')
export class LifecycleController {
  constructor(private readonly requests: Requests) {}

  @Allow('idea:submit')
  @Replies(Recorded, 201)
  @Post('ideas')
  submit(@Body() body: SubmitIdea, @TheCaller() caller: Caller): Promise<Recorded> {
    return this.requests.send(SubmitIdea, { ...body }, caller);
  }

  @Allow('project:read')
  @Replies(LifecycleReport)
  @Get('projects/:projectId/lifecycle')
  life(@UuidParam('projectId') projectId: string, @TheCaller() caller: Caller): Promise<LifecycleReport> {
    return this.requests.send(ProjectLifecycle, { projectId }, caller);
  }

  /** Who has answered whether the project may be closed, and what is open. */
  @Allow('project:read')
  @Replies(ClosingReport)
  @Get('projects/:projectId/closing')
  closing(@UuidParam('projectId') projectId: string, @TheCaller() caller: Caller): Promise<ClosingReport> {
    return this.requests.send(ProjectClosing, { projectId }, caller);
  }

  /** Of projects that are closing without having asked anybody: of those named, or of all. */
  @Allow('project:write')
  @HttpCode(200)
  @Replies(ClosingsAsked)
  @Post('closings')
  askClosings(@Body() body: AskClosings, @TheCaller() caller: Caller): Promise<ClosingsAsked> {
    return this.requests.send(AskClosings, { ...body }, caller);
  }

  @Allow('project:write', 'governance:decide')
  @NeedsVersion()
  @Replies(Recorded, 201)
  @Post('projects/:projectId/stage')
  move(
    @UuidParam('projectId') projectId: string,
    @Body() body: StageBody,
    @TheCaller() caller: Caller,
  ): Promise<Recorded> {
    return this.requests.send(MoveProject, { ...body, projectId }, caller);
  }

  /** Open to whoever may submit an idea, since they may withdraw their own. */
  @Allow('idea:submit')
  @NeedsVersion()
  @Replies(Recorded, 201)
  @Post('projects/:projectId/stop')
  stop(
    @UuidParam('projectId') projectId: string,
    @Body() body: StopBody,
    @TheCaller() caller: Caller,
  ): Promise<Recorded> {
    return this.requests.send(StopProject, { ...body, projectId }, caller);
  }
}
