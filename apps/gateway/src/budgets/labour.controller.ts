import { Requests } from '@meridian/bus';
import {
  LabourCost,
  LabourCostFigures,
  LabourRateCard,
  LabourRateHistory,
  LabourRates,
  RecordLabourRate,
  WaitingTime,
  WaitingTimeList,
} from '@meridian/contracts-budgeting';
import { Body, Controller, Get, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { Allow } from '../access/allow.js';
import { bodyOf } from '../http/bodies.js';
import { Caller, TheCaller } from '../http/caller.js';
import { NeedsVersion } from '../http/route-kinds.js';
import { UuidParam } from '../http/validation.js';
import { Replies } from '../openapi/replies.js';

class LabourRateBody extends bodyOf(RecordLabourRate, 'rateId') {}
class WaitingTimeQuery extends bodyOf(WaitingTime) {}
class LabourRatesQuery extends bodyOf(LabourRates) {
  @Type(() => Number) override readonly limit?: number;
}

/** Hourly rates, and what approved time costs. */
@ApiTags('labour')
@Controller('v1')
export class LabourController {
  constructor(private readonly requests: Requests) {}

  @Allow('rate:read')
  @Replies(LabourRateCard)
  @Get('labour-rates')
  rates(@Query() query: LabourRatesQuery, @TheCaller() caller: Caller): Promise<LabourRateCard> {
    return this.requests.send(LabourRates, { ...query }, caller);
  }

  @Allow('rate:write')
  @NeedsVersion()
  @Replies(LabourRateHistory)
  @Put('labour-rates/:rateId')
  record(
    @UuidParam('rateId') rateId: string,
    @Body() body: LabourRateBody,
    @TheCaller() caller: Caller,
  ): Promise<LabourRateHistory> {
    return this.requests.send(RecordLabourRate, { ...body, rateId }, caller);
  }

  @Allow('project:read')
  @Replies(WaitingTimeList)
  @Get('waiting-time')
  waiting(@Query() query: WaitingTimeQuery, @TheCaller() caller: Caller): Promise<WaitingTimeList> {
    return this.requests.send(WaitingTime, { ...query }, caller);
  }

  @Allow('project:read')
  @Replies(LabourCostFigures)
  @Get('projects/:projectId/labour-cost')
  cost(@UuidParam('projectId') projectId: string, @TheCaller() caller: Caller): Promise<LabourCostFigures> {
    return this.requests.send(LabourCost, { projectId }, caller);
  }
}
