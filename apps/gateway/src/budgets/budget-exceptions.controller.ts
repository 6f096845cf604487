import { Requests } from '@meridian/bus';
import {
  BudgetException,
  BudgetExceptionList,
  BudgetExceptions,
  DecideBudgetException,
  RequestBudgetException,
} from '@meridian/contracts-budgeting';
import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '../access/allow.js';
import { bodyOf } from '../http/bodies.js';
import { Caller, TheCaller } from '../http/caller.js';
import { NeedsVersion } from '../http/route-kinds.js';
import { UuidParam } from '../http/validation.js';
import { Replies } from '../openapi/replies.js';

class ExceptionsQuery extends bodyOf(BudgetExceptions) {}
class ExceptionBody extends bodyOf(RequestBudgetException, 'projectId') {}
class ExceptionDecisionBody extends bodyOf(DecideBudgetException, 'exceptionId') {}

/** Leave to go beyond a budget whose policy needs an exception. */
@ApiTags('budgets')
@Controller('v1')
export class BudgetExceptionsController {
  constructor(private readonly requests: Requests) {}

  @Allow('budget:write', 'budget:approve')
  @Replies(BudgetExceptionList)
  @Get('budget-exceptions')
  exceptions(@Query() query: ExceptionsQuery, @TheCaller() caller: Caller): Promise<BudgetExceptionList> {
    return this.requests.send(BudgetExceptions, { ...query }, caller);
  }

  @Allow('budget:write')
  @Replies(BudgetException, 201)
  @Post('projects/:projectId/budget-exceptions')
  request(
    @UuidParam('projectId') projectId: string,
    @Body() body: ExceptionBody,
    @TheCaller() caller: Caller,
  ): Promise<BudgetException> {
    return this.requests.send(RequestBudgetException, { ...body, projectId }, caller);
  }

  @Allow('budget:approve')
  @NeedsVersion()
  @Replies(BudgetException, 201)
  @Post('budget-exceptions/:exceptionId/decision')
  decide(
    @UuidParam('exceptionId') exceptionId: string,
    @Body() body: ExceptionDecisionBody,
    @TheCaller() caller: Caller,
  ): Promise<BudgetException> {
    return this.requests.send(DecideBudgetException, { ...body, exceptionId }, caller);
  }
}
