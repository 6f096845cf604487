import { Requests } from '@meridian/bus';
import {
  AnswerDependency,
  DependencyList,
  OfferDependency,
  ProjectDependencies,
  Recorded,
} from '@meridian/contracts-projects';
import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '../access/allow.js';
import { bodyOf } from '../http/bodies.js';
import { Caller, TheCaller } from '../http/caller.js';
import { NeedsVersion } from '../http/route-kinds.js';
import { UuidParam } from '../http/validation.js';
import { Replies } from '../openapi/replies.js';

class OfferBody extends bodyOf(OfferDependency, 'projectId') {}
class AnswerBody extends bodyOf(AnswerDependency, 'projectId', 'dependencyId') {}

/** What projects promise each other by a day. */
@ApiTags('schedules')
@Controller('v1/projects/:projectId/dependencies')
export class DependenciesController {
  constructor(private readonly requests: Requests) {}

  @Allow('project:read')
  @Replies(DependencyList)
  @Get()
  list(@UuidParam('projectId') projectId: string, @TheCaller() caller: Caller): Promise<DependencyList> {
    return this.requests.send(ProjectDependencies, { projectId }, caller);
  }

  @Allow('project:write')
  @Replies(Recorded, 201)
  @Post()
  offer(
    @UuidParam('projectId') projectId: string,
    @Body() body: OfferBody,
    @TheCaller() caller: Caller,
  ): Promise<Recorded> {
    return this.requests.send(OfferDependency, { ...body, projectId }, caller);
  }

  @Allow('project:write')
  @NeedsVersion()
  @HttpCode(200)
  @Replies(Recorded)
  @Post(':dependencyId/answer')
  answer(
    @UuidParam('projectId') projectId: string,
    @UuidParam('dependencyId') dependencyId: string,
    @Body() body: AnswerBody,
    @TheCaller() caller: Caller,
  ): Promise<Recorded> {
    return this.requests.send(AnswerDependency, { ...body, projectId, dependencyId }, caller);
  }
}
