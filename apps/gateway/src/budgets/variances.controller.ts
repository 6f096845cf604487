import { Requests } from '@meridian/bus';
import {
  ExplainVariance,
  FollowUpVariance,
  VarianceRecord,
  VarianceRegister,
  Variances,
} from '@meridian/contracts-budgeting';
import { Body, Controller, Get, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '../access/allow.js';
import { bodyOf } from '../http/bodies.js';
import { Caller, TheCaller } from '../http/caller.js';
import { NeedsVersion } from '../http/route-kinds.js';
import { UuidParam } from '../http/validation.js';
import { Replies } from '../openapi/replies.js';

class VariancesQuery extends bodyOf(Variances) {}
class ExplanationBody extends bodyOf(ExplainVariance, 'varianceId') {}
class FollowUpBody extends bodyOf(FollowUpVariance, 'varianceId') {}

@ApiTags('variances')
@Controller('v1/variances')
export class VariancesController {
  constructor(private readonly requests: Requests) {}

  @Allow('project:read')
  @Replies(VarianceRegister)
  @Get()
  register(@Query() query: VariancesQuery, @TheCaller() caller: Caller): Promise<VarianceRegister> {
    return this.requests.send(Variances, { ...query }, caller);
  }

  @Allow('budget:write')
  @NeedsVersion()
  @Replies(VarianceRecord)
  @Put(':varianceId/explanation')
  explain(
    @UuidParam('varianceId') varianceId: string,
    @Body() body: ExplanationBody,
    @TheCaller() caller: Caller,
  ): Promise<VarianceRecord> {
    return this.requests.send(ExplainVariance, { ...body, varianceId }, caller);
  }

  @Allow('budget:write')
  @NeedsVersion()
  @Replies(VarianceRecord, 201)
  @Post(':varianceId/follow-ups')
  followUp(
    @UuidParam('varianceId') varianceId: string,
    @Body() body: FollowUpBody,
    @TheCaller() caller: Caller,
  ): Promise<VarianceRecord> {
    return this.requests.send(FollowUpVariance, { ...body, varianceId }, caller);
  }
}
