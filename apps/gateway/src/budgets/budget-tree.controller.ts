import { Requests } from '@meridian/bus';
import {
  BudgetMovement,
  BudgetNodeVersion,
  BudgetTree,
  BudgetTreeFigures,
  FreezeBudget,
  LedgerStatement,
  LedgerStatementLines,
  MoveBudget,
  RecordBudgetNode,
  ReverseEntry,
} from '@meridian/contracts-budgeting';
import { Body, Controller, Get, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { Allow } from '../access/allow.js';
import { bodyOf } from '../http/bodies.js';
import { Caller, TheCaller } from '../http/caller.js';
import { NeedsVersion } from '../http/route-kinds.js';
import { UuidParam } from '../http/validation.js';
import { Replies } from '../openapi/replies.js';

class TreeQuery extends bodyOf(BudgetTree) {}
class StatementQuery extends bodyOf(LedgerStatement, 'nodeId') {
  @Type(() => Number) override readonly limit?: number;
}
class NodeBody extends bodyOf(RecordBudgetNode, 'nodeId') {}
class FreezeBody extends bodyOf(FreezeBudget, 'nodeId') {}
class ReversalBody extends bodyOf(ReverseEntry, 'entryId') {}

@ApiTags('budgets')
@Controller('v1')
export class BudgetTreeController {
  constructor(private readonly requests: Requests) {}

  @Allow('project:read')
  @Replies(BudgetTreeFigures)
  @Get('budget-tree')
  tree(@Query() query: TreeQuery, @TheCaller() caller: Caller): Promise<BudgetTreeFigures> {
    return this.requests.send(BudgetTree, { ...query }, caller);
  }

  @Allow('project:read')
  @Replies(LedgerStatementLines)
  @Get('budget-nodes/:nodeId/statement')
  statement(
    @UuidParam('nodeId') nodeId: string,
    @Query() query: StatementQuery,
    @TheCaller() caller: Caller,
  ): Promise<LedgerStatementLines> {
    return this.requests.send(LedgerStatement, { ...query, nodeId }, caller);
  }

  @Allow('budget:approve', 'budget:write')
  @NeedsVersion()
  @Replies(BudgetNodeVersion)
  @Put('budget-nodes/:nodeId')
  record(
    @UuidParam('nodeId') nodeId: string,
    @Body() body: NodeBody,
    @TheCaller() caller: Caller,
  ): Promise<BudgetNodeVersion> {
    return this.requests.send(RecordBudgetNode, { ...body, nodeId }, caller);
  }

  @Allow('budget:approve', 'budget:write')
  @NeedsVersion()
  @Replies(BudgetNodeVersion)
  @Put('budget-nodes/:nodeId/freeze')
  freeze(
    @UuidParam('nodeId') nodeId: string,
    @Body() body: FreezeBody,
    @TheCaller() caller: Caller,
  ): Promise<BudgetNodeVersion> {
    return this.requests.send(FreezeBudget, { ...body, nodeId }, caller);
  }

  @Allow('budget:approve', 'budget:write')
  @Replies(BudgetMovement, 201)
  @Post('budget-movements')
  move(@Body() body: MoveBudget, @TheCaller() caller: Caller): Promise<BudgetMovement> {
    return this.requests.send(MoveBudget, { ...body }, caller);
  }

  @Allow('budget:approve', 'budget:write')
  @Replies(BudgetMovement, 201)
  @Post('ledger-entries/:entryId/reversal')
  reverse(
    @UuidParam('entryId') entryId: string,
    @Body() body: ReversalBody,
    @TheCaller() caller: Caller,
  ): Promise<BudgetMovement> {
    return this.requests.send(ReverseEntry, { ...body, entryId }, caller);
  }
}
