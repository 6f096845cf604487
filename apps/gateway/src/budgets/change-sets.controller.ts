import { Requests } from '@meridian/bus';
import {
  ApplyChangeSet,
  ChangeSet,
  ChangeSetLine,
  ChangeSetList,
  ChangeSets,
  PostChangeBudgets,
  ReviewChange,
} from '@meridian/contracts-budgeting';
import { Body, Controller, Get, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '../access/allow.js';
import { bodyOf } from '../http/bodies.js';
import { Caller, TheCaller } from '../http/caller.js';
import { NeedsVersion } from '../http/route-kinds.js';
import { UuidParam } from '../http/validation.js';
import { Replies } from '../openapi/replies.js';

class ChangeSetsQuery extends bodyOf(ChangeSets) {}
class ReviewBody extends bodyOf(ReviewChange, 'scenarioId') {}
class BudgetsBody extends bodyOf(PostChangeBudgets, 'scenarioId') {}
class ApplicationBody extends bodyOf(ApplyChangeSet, 'scenarioId') {}

/** What approved scenarios change: who answers for a project reviews its line, who decides on portfolios has them applied. */
@ApiTags('scenarios')
@Controller('v1/change-sets')
export class ChangeSetsController {
  constructor(private readonly requests: Requests) {}

  @Allow('project:write', 'budget:approve')
  @Replies(ChangeSetList)
  @Get()
  list(@Query() query: ChangeSetsQuery, @TheCaller() caller: Caller): Promise<ChangeSetList> {
    return this.requests.send(ChangeSets, { ...query }, caller);
  }

  @Allow('project:write', 'budget:approve')
  @NeedsVersion()
  @Replies(ChangeSetLine)
  @Put(':scenarioId/review')
  review(
    @UuidParam('scenarioId') scenarioId: string,
    @Body() body: ReviewBody,
    @TheCaller() caller: Caller,
  ): Promise<ChangeSetLine> {
    return this.requests.send(ReviewChange, { ...body, scenarioId }, caller);
  }

  @Allow('budget:approve')
  @NeedsVersion()
  @Replies(ChangeSet, 201)
  @Post(':scenarioId/application')
  apply(
    @UuidParam('scenarioId') scenarioId: string,
    @Body() body: ApplicationBody,
    @TheCaller() caller: Caller,
  ): Promise<ChangeSet> {
    return this.requests.send(ApplyChangeSet, { ...body, scenarioId }, caller);
  }

  @Allow('budget:approve')
  @NeedsVersion()
  @Replies(ChangeSet, 201)
  @Post(':scenarioId/budgets')
  postBudgets(
    @UuidParam('scenarioId') scenarioId: string,
    @Body() body: BudgetsBody,
    @TheCaller() caller: Caller,
  ): Promise<ChangeSet> {
    return this.requests.send(PostChangeBudgets, { ...body, scenarioId }, caller);
  }
}
