import { Requests } from '@meridian/bus';
import {
  FloatAcrossProjects,
  LimitedFloats,
  LinkProjects,
  ProjectLinkList,
  ProjectLinks,
  Recorded,
  RemoveProjectLink,
} from '@meridian/contracts-projects';
import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '../access/allow.js';
import { bodyOf } from '../http/bodies.js';
import { Caller, TheCaller } from '../http/caller.js';
import { NeedsVersion } from '../http/route-kinds.js';
import { UuidParam } from '../http/validation.js';
import { Replies } from '../openapi/replies.js';

class LinkBody extends bodyOf(LinkProjects, 'projectId') {}
class RemovalBody extends bodyOf(RemoveProjectLink, 'projectId', 'linkId') {}

/** Other projects' plans follow before the answer comes. */
const LINKED_TIMEOUT_MS = 30_000;

/** What a project waits for in others. */
@ApiTags('schedules')
@Controller('v1/projects/:projectId/links')
export class ProjectLinksController {
  constructor(private readonly requests: Requests) {}

  @Allow('project:read')
  @Replies(ProjectLinkList)
  @Get()
  list(@UuidParam('projectId') projectId: string, @TheCaller() caller: Caller): Promise<ProjectLinkList> {
    return this.requests.send(ProjectLinks, { projectId }, caller);
  }

  @Allow('project:read')
  @Replies(LimitedFloats)
  @Get('float')
  float(@UuidParam('projectId') projectId: string, @TheCaller() caller: Caller): Promise<LimitedFloats> {
    const options = { ...caller, timeoutMs: LINKED_TIMEOUT_MS };
    return this.requests.send(FloatAcrossProjects, { projectId }, options);
  }

  @Allow('project:write')
  @Replies(Recorded, 201)
  @Post()
  link(
    @UuidParam('projectId') projectId: string,
    @Body() body: LinkBody,
    @TheCaller() caller: Caller,
  ): Promise<Recorded> {
    const options = { ...caller, timeoutMs: LINKED_TIMEOUT_MS };
    return this.requests.send(LinkProjects, { ...body, projectId }, options);
  }

  @Allow('project:write')
  @NeedsVersion()
  @HttpCode(200)
  @Replies(Recorded)
  @Post(':linkId/removal')
  remove(
    @UuidParam('projectId') projectId: string,
    @UuidParam('linkId') linkId: string,
    @Body() body: RemovalBody,
    @TheCaller() caller: Caller,
  ): Promise<Recorded> {
    const options = { ...caller, timeoutMs: LINKED_TIMEOUT_MS };
    return this.requests.send(RemoveProjectLink, { ...body, projectId, linkId }, options);
  }
}
