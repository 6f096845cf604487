import { Requests } from '@meridian/bus';
import {
  BaselineComparison,
  BaselineList,
  BaselineTakenNote,
  CompareBaselines,
  ListBaselines,
  TakeBaseline,
} from '@meridian/contracts-projects';
import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '../access/allow.js';
import { bodyOf } from '../http/bodies.js';
import { Caller, TheCaller } from '../http/caller.js';
import { UuidParam } from '../http/validation.js';
import { Replies } from '../openapi/replies.js';

class BaselineBody extends bodyOf(TakeBaseline, 'projectId') {}
class ComparisonQuery extends bodyOf(CompareBaselines, 'projectId', 'from') {}

@ApiTags('baselines')
@Controller('v1/projects/:projectId/baselines')
export class BaselinesController {
  constructor(private readonly requests: Requests) {}

  @Allow('project:read')
  @Replies(BaselineList)
  @Get()
  list(@UuidParam('projectId') projectId: string, @TheCaller() caller: Caller): Promise<BaselineList> {
    return this.requests.send(ListBaselines, { projectId }, caller);
  }

  @Allow('project:write')
  @Replies(BaselineTakenNote, 201)
  @Post()
  take(
    @UuidParam('projectId') projectId: string,
    @Body() body: BaselineBody,
    @TheCaller() caller: Caller,
  ): Promise<BaselineTakenNote> {
    return this.requests.send(TakeBaseline, { ...body, projectId }, caller);
  }

  /** Against the baseline `to`, or against the plan as it stands now. */
  @Allow('project:read')
  @Replies(BaselineComparison)
  @Get(':baselineId/comparison')
  compare(
    @UuidParam('projectId') projectId: string,
    @UuidParam('baselineId') baselineId: string,
    @Query() query: ComparisonQuery,
    @TheCaller() caller: Caller,
  ): Promise<BaselineComparison> {
    return this.requests.send(CompareBaselines, { ...query, projectId, from: baselineId }, caller);
  }
}
