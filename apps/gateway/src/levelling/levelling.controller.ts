import { Requests } from '@meridian/bus';
import {
  AcceptLevelling,
  CancelLevelling,
  ContestLevelling,
  LevellingJob,
  LevellingJobState,
  LevellingProposal,
  LevellingProposalFigures,
  Recorded,
  RequestLevelling,
} from '@meridian/contracts-resourcing';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { Allow } from '../access/allow.js';
import { bodyOf } from '../http/bodies.js';
import { Caller, TheCaller } from '../http/caller.js';
import { UuidParam } from '../http/validation.js';
import { Replies } from '../openapi/replies.js';

class MovesQuery extends bodyOf(LevellingProposal, 'proposalId') {
  @Type(() => Number) override readonly limit?: number;
}
class CancellationBody extends bodyOf(CancelLevelling, 'jobId') {}
class AcceptanceBody extends bodyOf(AcceptLevelling, 'proposalId') {}
class ObjectionBody extends bodyOf(ContestLevelling, 'proposalId') {}

@ApiTags('levelling')
@Controller('v1')
export class LevellingController {
  constructor(private readonly requests: Requests) {}

  @Allow('resource:write')
  @Replies(Recorded, 201)
  @Post('levelling-jobs')
  request(@Body() body: RequestLevelling, @TheCaller() caller: Caller): Promise<Recorded> {
    return this.requests.send(RequestLevelling, { ...body }, caller);
  }

  @Allow('resource:read')
  @Replies(LevellingJobState)
  @Get('levelling-jobs/:jobId')
  job(@UuidParam('jobId') jobId: string, @TheCaller() caller: Caller): Promise<LevellingJobState> {
    return this.requests.send(LevellingJob, { jobId }, caller);
  }

  @Allow('resource:write')
  @HttpCode(200)
  @Replies(Recorded)
  @Post('levelling-jobs/:jobId/cancellation')
  cancel(
    @UuidParam('jobId') jobId: string,
    @Body() body: CancellationBody,
    @TheCaller() caller: Caller,
  ): Promise<Recorded> {
    return this.requests.send(CancelLevelling, { ...body, jobId }, caller);
  }

  @Allow('resource:read')
  @Replies(LevellingProposalFigures)
  @Get('levelling-proposals/:proposalId')
  proposal(
    @UuidParam('proposalId') proposalId: string,
    @Query() query: MovesQuery,
    @TheCaller() caller: Caller,
  ): Promise<LevellingProposalFigures> {
    return this.requests.send(LevellingProposal, { ...query, proposalId }, caller);
  }

  @Allow('project:write')
  @HttpCode(200)
  @Replies(Recorded)
  @Post('levelling-proposals/:proposalId/acceptance')
  accept(
    @UuidParam('proposalId') proposalId: string,
    @Body() body: AcceptanceBody,
    @TheCaller() caller: Caller,
  ): Promise<Recorded> {
    return this.requests.send(AcceptLevelling, { ...body, proposalId }, caller);
  }

  @Allow('project:write')
  @HttpCode(200)
  @Replies(Recorded)
  @Post('levelling-proposals/:proposalId/objection')
  contest(
    @UuidParam('proposalId') proposalId: string,
    @Body() body: ObjectionBody,
    @TheCaller() caller: Caller,
  ): Promise<Recorded> {
    return this.requests.send(ContestLevelling, { ...body, proposalId }, caller);
  }
}
