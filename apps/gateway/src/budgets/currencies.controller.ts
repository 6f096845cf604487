import { Requests } from '@meridian/bus';
import {
  ApproveRateSet,
  RateSetFigures,
  RateSetList,
  RateSets,
  RecordRateSet,
  ReportedMoney,
  ReportedMoneyFigures,
  ReportingCurrencyVersion,
  SetReportingCurrency,
} from '@meridian/contracts-budgeting';
import { Body, Controller, Get, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '../access/allow.js';
import { bodyOf } from '../http/bodies.js';
import { Caller, TheCaller } from '../http/caller.js';
import { NeedsVersion } from '../http/route-kinds.js';
import { UuidParam } from '../http/validation.js';
import { Replies } from '../openapi/replies.js';

class RateSetBody extends bodyOf(RecordRateSet, 'setId') {}
class RateSetApprovalBody extends bodyOf(ApproveRateSet, 'setId') {}
class ReportingCurrencyBody extends bodyOf(SetReportingCurrency) {}
class RateSetsQuery extends bodyOf(RateSets) {}
class ReportedMoneyQuery extends bodyOf(ReportedMoney) {}

/** Frozen exchange rates, and money of many currencies in one. */
@ApiTags('currencies')
@Controller('v1')
export class CurrenciesController {
  constructor(private readonly requests: Requests) {}

  @Allow('portfolio:read')
  @Replies(RateSetList)
  @Get('rate-sets')
  sets(@Query() query: RateSetsQuery, @TheCaller() caller: Caller): Promise<RateSetList> {
    return this.requests.send(RateSets, { ...query }, caller);
  }

  @Allow('budget:approve')
  @NeedsVersion()
  @Replies(RateSetFigures)
  @Put('rate-sets/:setId')
  record(
    @UuidParam('setId') setId: string,
    @Body() body: RateSetBody,
    @TheCaller() caller: Caller,
  ): Promise<RateSetFigures> {
    return this.requests.send(RecordRateSet, { ...body, setId }, caller);
  }

  @Allow('budget:approve')
  @NeedsVersion()
  @Replies(RateSetFigures, 201)
  @Post('rate-sets/:setId/approval')
  approve(
    @UuidParam('setId') setId: string,
    @Body() body: RateSetApprovalBody,
    @TheCaller() caller: Caller,
  ): Promise<RateSetFigures> {
    return this.requests.send(ApproveRateSet, { ...body, setId }, caller);
  }

  @Allow('budget:approve')
  @NeedsVersion()
  @Replies(ReportingCurrencyVersion)
  @Put('portfolio/reporting-currency')
  report(
    @Body() body: ReportingCurrencyBody,
    @TheCaller() caller: Caller,
  ): Promise<ReportingCurrencyVersion> {
    return this.requests.send(SetReportingCurrency, { ...body }, caller);
  }

  @Allow('portfolio:read')
  @Replies(ReportedMoneyFigures)
  @Get('portfolio/reported-money')
  money(@Query() query: ReportedMoneyQuery, @TheCaller() caller: Caller): Promise<ReportedMoneyFigures> {
    return this.requests.send(ReportedMoney, { ...query }, caller);
  }
}
