import { Requests } from '@meridian/bus';
import {
  ApproveBudget,
  BudgetVersion,
  CostPostedAnswer,
  DocumentPosted,
  PostActualCost,
  PostCommitment,
  PostDocument,
} from '@meridian/contracts-budgeting';
import { Body, Controller, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '../access/allow.js';
import { bodyOf } from '../http/bodies.js';
import { Caller, TheCaller } from '../http/caller.js';
import { NeedsVersion } from '../http/route-kinds.js';
import { UuidParam } from '../http/validation.js';
import { Replies } from '../openapi/replies.js';

class BudgetBody extends bodyOf(ApproveBudget, 'projectId') {}
class ActualCostBody extends bodyOf(PostActualCost, 'projectId') {}
class CommitmentBody extends bodyOf(PostCommitment, 'projectId') {}
class DocumentBody extends bodyOf(PostDocument, 'projectId') {}

@ApiTags('budgets')
@Controller('v1/projects/:projectId')
export class BudgetsController {
  constructor(private readonly requests: Requests) {}

  @Allow('budget:approve')
  @NeedsVersion()
  @Replies(BudgetVersion)
  @Put('budget')
  approve(
    @UuidParam('projectId') projectId: string,
    @Body() body: BudgetBody,
    @TheCaller() caller: Caller,
  ): Promise<BudgetVersion> {
    return this.requests.send(ApproveBudget, { ...body, projectId }, caller);
  }

  @Allow('budget:write')
  @Replies(CostPostedAnswer, 201)
  @Post('actual-costs')
  postActualCost(
    @UuidParam('projectId') projectId: string,
    @Body() body: ActualCostBody,
    @TheCaller() caller: Caller,
  ): Promise<CostPostedAnswer> {
    return this.requests.send(PostActualCost, { ...body, projectId }, caller);
  }

  @Allow('budget:write')
  @Replies(CostPostedAnswer, 201)
  @Post('commitments')
  postCommitment(
    @UuidParam('projectId') projectId: string,
    @Body() body: CommitmentBody,
    @TheCaller() caller: Caller,
  ): Promise<CostPostedAnswer> {
    return this.requests.send(PostCommitment, { ...body, projectId }, caller);
  }

  @Allow('budget:write')
  @Replies(DocumentPosted, 201)
  @Post('cost-documents')
  postDocument(
    @UuidParam('projectId') projectId: string,
    @Body() body: DocumentBody,
    @TheCaller() caller: Caller,
  ): Promise<DocumentPosted> {
    return this.requests.send(PostDocument, { ...body, projectId }, caller);
  }
}
