import { Requests } from '@meridian/bus';
import {
  BenefitFigures,
  BenefitRegister,
  Benefits,
  BusinessCase,
  BusinessCaseFigures,
  BusinessCaseVersions,
  MeasureBenefit,
  RecordBenefit,
  RecordBusinessCase,
} from '@meridian/contracts-budgeting';
import { Body, Controller, Get, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '../access/allow.js';
import { bodyOf } from '../http/bodies.js';
import { Caller, TheCaller } from '../http/caller.js';
import { NeedsVersion } from '../http/route-kinds.js';
import { UuidParam } from '../http/validation.js';
import { Replies } from '../openapi/replies.js';

class BusinessCaseBody extends bodyOf(RecordBusinessCase, 'projectId') {}
class BenefitBody extends bodyOf(RecordBenefit, 'benefitId') {}
class MeasureBody extends bodyOf(MeasureBenefit, 'benefitId') {}
class BenefitsQuery extends bodyOf(Benefits) {}

@ApiTags('business cases')
@Controller('v1')
export class BusinessCasesController {
  constructor(private readonly requests: Requests) {}

  @Allow('project:read')
  @Replies(BusinessCaseVersions)
  @Get('projects/:projectId/business-case')
  versions(
    @UuidParam('projectId') projectId: string,
    @TheCaller() caller: Caller,
  ): Promise<BusinessCaseVersions> {
    return this.requests.send(BusinessCase, { projectId }, caller);
  }

  @Allow('budget:write')
  @NeedsVersion()
  @Replies(BusinessCaseFigures)
  @Put('projects/:projectId/business-case')
  record(
    @UuidParam('projectId') projectId: string,
    @Body() body: BusinessCaseBody,
    @TheCaller() caller: Caller,
  ): Promise<BusinessCaseFigures> {
    return this.requests.send(RecordBusinessCase, { ...body, projectId }, caller);
  }

  @Allow('project:read')
  @Replies(BenefitRegister)
  @Get('benefits')
  register(@Query() query: BenefitsQuery, @TheCaller() caller: Caller): Promise<BenefitRegister> {
    return this.requests.send(Benefits, { ...query }, caller);
  }

  @Allow('budget:write')
  @NeedsVersion()
  @Replies(BenefitFigures)
  @Put('benefits/:benefitId')
  promise(
    @UuidParam('benefitId') benefitId: string,
    @Body() body: BenefitBody,
    @TheCaller() caller: Caller,
  ): Promise<BenefitFigures> {
    return this.requests.send(RecordBenefit, { ...body, benefitId }, caller);
  }

  @Allow('benefit:measure')
  @Replies(BenefitFigures, 201)
  @Post('benefits/:benefitId/measures')
  measure(
    @UuidParam('benefitId') benefitId: string,
    @Body() body: MeasureBody,
    @TheCaller() caller: Caller,
  ): Promise<BenefitFigures> {
    return this.requests.send(MeasureBenefit, { ...body, benefitId }, caller);
  }
}
