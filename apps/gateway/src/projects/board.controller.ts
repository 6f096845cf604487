import { Requests } from '@meridian/bus';
import {
  Board,
  CloseSprint,
  MilestoneForecast,
  MilestoneOutlooks,
  MoveBacklogItem,
  PlanSprint,
  ProjectBoard,
  RankBacklogItem,
  RecordBacklogItem,
  SetBoardLimits,
  BacklogItemMoved,
  Recorded,
  SprintFile,
  SprintRecord,
  StartSprint,
} from '@meridian/contracts-projects';
import { Body, Controller, Get, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { Allow } from '../access/allow.js';
import { bodyOf } from '../http/bodies.js';
import { Caller, TheCaller } from '../http/caller.js';
import { NeedsVersion } from '../http/route-kinds.js';
import { UuidParam } from '../http/validation.js';
import { Replies } from '../openapi/replies.js';

class ForecastQuery extends bodyOf(MilestoneForecast, 'projectId') {
  @Type(() => Number) override readonly seed?: number;
}
class ItemBody extends bodyOf(RecordBacklogItem, 'projectId', 'itemId') {}
class RankBody extends bodyOf(RankBacklogItem, 'projectId', 'itemId') {}
class MoveBody extends bodyOf(MoveBacklogItem, 'projectId', 'itemId') {}
class LimitsBody extends bodyOf(SetBoardLimits, 'projectId') {}
class SprintBody extends bodyOf(PlanSprint, 'projectId', 'sprintId') {}
class StartBody extends bodyOf(StartSprint, 'projectId', 'sprintId') {}
class CloseBody extends bodyOf(CloseSprint, 'projectId', 'sprintId') {}

/** The backlog of a project, its sprints and what its pace promises. */
@ApiTags('agile')
@Controller('v1/projects/:projectId')
export class BoardController {
  constructor(private readonly requests: Requests) {}

  @Allow('project:read')
  @Replies(Board)
  @Get('board')
  board(@UuidParam('projectId') projectId: string, @TheCaller() caller: Caller): Promise<Board> {
    return this.requests.send(ProjectBoard, { projectId }, caller);
  }

  /** `If-Match: "0"` for the first limits. */
  @Allow('project:write')
  @NeedsVersion()
  @Replies(Recorded)
  @Put('board/limits')
  limit(
    @UuidParam('projectId') projectId: string,
    @Body() body: LimitsBody,
    @TheCaller() caller: Caller,
  ): Promise<Recorded> {
    return this.requests.send(SetBoardLimits, { ...body, projectId }, caller);
  }

  /** Drawn from what was finished in earlier weeks; the same seed gives the same answer. */
  @Allow('project:read')
  @Replies(MilestoneOutlooks)
  @Get('milestone-forecast')
  forecast(
    @UuidParam('projectId') projectId: string,
    @Query() query: ForecastQuery,
    @TheCaller() caller: Caller,
  ): Promise<MilestoneOutlooks> {
    return this.requests.send(MilestoneForecast, { ...query, projectId }, caller);
  }

  /** `If-Match: "0"` for a new item. */
  @Allow('project:write')
  @NeedsVersion()
  @Replies(Recorded)
  @Put('backlog/:itemId')
  record(
    @UuidParam('projectId') projectId: string,
    @UuidParam('itemId') itemId: string,
    @Body() body: ItemBody,
    @TheCaller() caller: Caller,
  ): Promise<Recorded> {
    return this.requests.send(RecordBacklogItem, { ...body, projectId, itemId }, caller);
  }

  @Allow('project:write')
  @NeedsVersion()
  @Replies(Recorded)
  @Put('backlog/:itemId/rank')
  rank(
    @UuidParam('projectId') projectId: string,
    @UuidParam('itemId') itemId: string,
    @Body() body: RankBody,
    @TheCaller() caller: Caller,
  ): Promise<Recorded> {
    return this.requests.send(RankBacklogItem, { ...body, projectId, itemId }, caller);
  }

  @Allow('progress:report')
  @NeedsVersion()
  @Replies(BacklogItemMoved, 201)
  @Post('backlog/:itemId/moves')
  move(
    @UuidParam('projectId') projectId: string,
    @UuidParam('itemId') itemId: string,
    @Body() body: MoveBody,
    @TheCaller() caller: Caller,
  ): Promise<BacklogItemMoved> {
    return this.requests.send(MoveBacklogItem, { ...body, projectId, itemId }, caller);
  }

  @Allow('project:read')
  @Replies(SprintFile)
  @Get('sprints/:sprintId')
  sprint(
    @UuidParam('projectId') projectId: string,
    @UuidParam('sprintId') sprintId: string,
    @TheCaller() caller: Caller,
  ): Promise<SprintFile> {
    return this.requests.send(SprintRecord, { projectId, sprintId }, caller);
  }

  /** `If-Match: "0"` for a new sprint. */
  @Allow('project:write')
  @NeedsVersion()
  @Replies(Recorded)
  @Put('sprints/:sprintId')
  plan(
    @UuidParam('projectId') projectId: string,
    @UuidParam('sprintId') sprintId: string,
    @Body() body: SprintBody,
    @TheCaller() caller: Caller,
  ): Promise<Recorded> {
    return this.requests.send(PlanSprint, { ...body, projectId, sprintId }, caller);
  }

  @Allow('project:write')
  @NeedsVersion()
  @Replies(Recorded, 201)
  @Post('sprints/:sprintId/start')
  start(
    @UuidParam('projectId') projectId: string,
    @UuidParam('sprintId') sprintId: string,
    @Body() body: StartBody,
    @TheCaller() caller: Caller,
  ): Promise<Recorded> {
    return this.requests.send(StartSprint, { ...body, projectId, sprintId }, caller);
  }

  @Allow('project:write')
  @NeedsVersion()
  @Replies(Recorded, 201)
  @Post('sprints/:sprintId/close')
  close(
    @UuidParam('projectId') projectId: string,
    @UuidParam('sprintId') sprintId: string,
    @Body() body: CloseBody,
    @TheCaller() caller: Caller,
  ): Promise<Recorded> {
    return this.requests.send(CloseSprint, { ...body, projectId, sprintId }, caller);
  }
}
