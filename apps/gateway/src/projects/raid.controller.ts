import { Requests } from '@meridian/bus';
import {
  ConvertRaid,
  PortfolioRaid,
  PortfolioRaidFigures,
  PortfolioRiskMatrix,
  ProjectRaid,
  RaidEntry,
  RaidFile,
  RaidRegister,
  Recorded,
  RecordRaid,
  RiskMatrix,
  SettleRaid,
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

class RegisterQuery extends bodyOf(ProjectRaid, 'projectId') {}
class EntryBody extends bodyOf(RecordRaid, 'projectId', 'entryId') {}
class OutcomeBody extends bodyOf(SettleRaid, 'projectId', 'entryId') {}
class ConversionBody extends bodyOf(ConvertRaid, 'projectId', 'entryId') {}
class ExposureQuery extends bodyOf(PortfolioRaid) {
  @Type(() => Number) override readonly limit?: number;
}

class MatrixQuery extends bodyOf(PortfolioRiskMatrix) {
  @Type(() => Number) override readonly probabilityBand?: number;
  @Type(() => Number) override readonly impactBand?: number;
}

/** Risks, assumptions, issues and dependencies. */
@ApiTags('raid')
@Controller('v1')
export class RaidController {
  constructor(private readonly requests: Requests) {}

  /** The greatest exposures of all projects that the caller may see. */
  @Allow('project:read')
  @Replies(PortfolioRaidFigures)
  @Get('raid')
  portfolio(@Query() query: ExposureQuery, @TheCaller() caller: Caller): Promise<PortfolioRaidFigures> {
    return this.requests.send(PortfolioRaid, query, caller);
  }

  /** Where their open risks stand by probability and impact. */
  @Allow('project:read')
  @Replies(RiskMatrix)
  @Get('raid/matrix')
  matrix(@Query() query: MatrixQuery, @TheCaller() caller: Caller): Promise<RiskMatrix> {
    return this.requests.send(PortfolioRiskMatrix, query, caller);
  }

  @Allow('project:read')
  @Replies(RaidRegister)
  @Get('projects/:projectId/raid')
  register(
    @UuidParam('projectId') projectId: string,
    @Query() query: RegisterQuery,
    @TheCaller() caller: Caller,
  ): Promise<RaidRegister> {
    return this.requests.send(ProjectRaid, { ...query, projectId }, caller);
  }

  @Allow('project:read')
  @Replies(RaidFile)
  @Get('projects/:projectId/raid/:entryId')
  entry(
    @UuidParam('projectId') projectId: string,
    @UuidParam('entryId') entryId: string,
    @TheCaller() caller: Caller,
  ): Promise<RaidFile> {
    return this.requests.send(RaidEntry, { projectId, entryId }, caller);
  }

  /** `If-Match: "0"` for a new entry. */
  @Allow('project:write')
  @NeedsVersion()
  @Replies(Recorded)
  @Put('projects/:projectId/raid/:entryId')
  record(
    @UuidParam('projectId') projectId: string,
    @UuidParam('entryId') entryId: string,
    @Body() body: EntryBody,
    @TheCaller() caller: Caller,
  ): Promise<Recorded> {
    return this.requests.send(RecordRaid, { ...body, projectId, entryId }, caller);
  }

  @Allow('project:write')
  @NeedsVersion()
  @Replies(Recorded, 201)
  @Post('projects/:projectId/raid/:entryId/outcome')
  settle(
    @UuidParam('projectId') projectId: string,
    @UuidParam('entryId') entryId: string,
    @Body() body: OutcomeBody,
    @TheCaller() caller: Caller,
  ): Promise<Recorded> {
    return this.requests.send(SettleRaid, { ...body, projectId, entryId }, caller);
  }

  /** The answer names the new entry. */
  @Allow('project:write')
  @NeedsVersion()
  @Replies(Recorded, 201)
  @Post('projects/:projectId/raid/:entryId/conversion')
  convert(
    @UuidParam('projectId') projectId: string,
    @UuidParam('entryId') entryId: string,
    @Body() body: ConversionBody,
    @TheCaller() caller: Caller,
  ): Promise<Recorded> {
    return this.requests.send(ConvertRaid, { ...body, projectId, entryId }, caller);
  }
}
