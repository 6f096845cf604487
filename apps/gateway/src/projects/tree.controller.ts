import { Requests } from '@meridian/bus';
import {
  PlaceProject,
  PortfolioTree,
  Recorded,
  RecordTreeNode,
  TreeFigures,
} from '@meridian/contracts-projects';
import { Body, Controller, Get, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '../access/allow.js';
import { bodyOf } from '../http/bodies.js';
import { Caller, TheCaller } from '../http/caller.js';
import { NeedsVersion } from '../http/route-kinds.js';
import { UuidParam } from '../http/validation.js';
import { Replies } from '../openapi/replies.js';

class TreeQuery extends bodyOf(PortfolioTree) {}
class NodeBody extends bodyOf(RecordTreeNode, 'nodeId') {}
class PlaceBody extends bodyOf(PlaceProject, 'projectId') {}

@ApiTags('portfolio tree')
@Controller('v1')
export class TreeController {
  constructor(private readonly requests: Requests) {}

  @Allow('project:read')
  @Replies(TreeFigures)
  @Get('tree')
  tree(@Query() query: TreeQuery, @TheCaller() caller: Caller): Promise<TreeFigures> {
    return this.requests.send(PortfolioTree, { ...query }, caller);
  }

  /** A new node is recorded on version 0. */
  @Allow('portfolio:write')
  @NeedsVersion()
  @Replies(Recorded)
  @Put('tree/:nodeId')
  record(
    @UuidParam('nodeId') nodeId: string,
    @Body() body: NodeBody,
    @TheCaller() caller: Caller,
  ): Promise<Recorded> {
    return this.requests.send(RecordTreeNode, { ...body, nodeId }, caller);
  }

  @Allow('portfolio:write')
  @NeedsVersion()
  @Replies(Recorded)
  @Put('projects/:projectId/place')
  place(
    @UuidParam('projectId') projectId: string,
    @Body() body: PlaceBody,
    @TheCaller() caller: Caller,
  ): Promise<Recorded> {
    return this.requests.send(PlaceProject, { ...body, projectId }, caller);
  }
}
