import { Requests } from '@meridian/bus';
import {
  ListProjects,
  ProjectPage,
  Recorded,
  RegisterProject,
  ReviseProject,
} from '@meridian/contracts-projects';
import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { Allow } from '../access/allow.js';
import { bodyOf } from '../http/bodies.js';
import { Caller, TheCaller } from '../http/caller.js';
import { NeedsVersion } from '../http/route-kinds.js';
import { UuidParam } from '../http/validation.js';
import { Replies } from '../openapi/replies.js';

class ProjectsQuery extends bodyOf(ListProjects) {
  @Type(() => Number) override readonly limit?: number;
}
class RevisionBody extends bodyOf(ReviseProject, 'projectId') {}

@ApiTags('projects')
@Controller('v1/projects')
export class ProjectsController {
  constructor(private readonly requests: Requests) {}

  @Allow('project:read')
  @Replies(ProjectPage)
  @Get()
  list(@Query() query: ProjectsQuery, @TheCaller() caller: Caller): Promise<ProjectPage> {
    return this.requests.send(ListProjects, { ...query }, caller);
  }

  @Allow('portfolio:write')
  @Replies(Recorded, 201)
  @Post()
  register(@Body() body: RegisterProject, @TheCaller() caller: Caller): Promise<Recorded> {
    return this.requests.send(RegisterProject, { ...body }, caller);
  }

  @Allow('project:write')
  @NeedsVersion()
  @Replies(Recorded)
  @Patch(':projectId')
  revise(
    @UuidParam('projectId') projectId: string,
    @Body() body: RevisionBody,
    @TheCaller() caller: Caller,
  ): Promise<Recorded> {
    return this.requests.send(ReviseProject, { ...body, projectId }, caller);
  }
}
