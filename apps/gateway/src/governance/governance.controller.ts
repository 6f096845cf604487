import { Requests } from '@meridian/bus';
import {
  DecideGate,
  DecisionsOfSponsors,
  PlanGate,
  Recorded,
  RequestDecision,
  SponsoredDecisions,
  TakeDecision,
} from '@meridian/contracts-governance';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { Allow } from '../access/allow.js';
import { bodyOf } from '../http/bodies.js';
import { Caller, TheCaller } from '../http/caller.js';
import { UuidParam } from '../http/validation.js';
import { Replies } from '../openapi/replies.js';

class GateBody extends bodyOf(PlanGate, 'projectId') {}
class GateDecisionBody extends bodyOf(DecideGate, 'gateId') {}
class DecisionRequestBody extends bodyOf(RequestDecision, 'projectId') {}
class OutcomeBody extends bodyOf(TakeDecision, 'decisionId') {}

class SponsorsQuery extends bodyOf(DecisionsOfSponsors) {
  /** Up to a hundred people, with commas between. */
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.split(',') : value))
  override readonly sponsorPersonIds!: readonly string[];
}

@ApiTags('governance')
@Controller('v1')
export class GovernanceController {
  constructor(private readonly requests: Requests) {}

  /** What waits for sponsors who leave; who hands over sees it beside their other things. */
  @Allow('resource:write')
  @Replies(SponsoredDecisions)
  @Get('sponsor-decisions')
  ofSponsors(@Query() query: SponsorsQuery, @TheCaller() caller: Caller): Promise<SponsoredDecisions> {
    return this.requests.send(DecisionsOfSponsors, { ...query }, caller);
  }

  @Allow('governance:plan')
  @Replies(Recorded, 201)
  @Post('projects/:projectId/gates')
  plan(
    @UuidParam('projectId') projectId: string,
    @Body() body: GateBody,
    @TheCaller() caller: Caller,
  ): Promise<Recorded> {
    return this.requests.send(PlanGate, { ...body, projectId }, caller);
  }

  @Allow('governance:decide')
  @HttpCode(200)
  @Replies(Recorded)
  @Post('gates/:gateId/decision')
  decide(
    @UuidParam('gateId') gateId: string,
    @Body() body: GateDecisionBody,
    @TheCaller() caller: Caller,
  ): Promise<Recorded> {
    return this.requests.send(DecideGate, { ...body, gateId }, caller);
  }

  @Allow('governance:prepare')
  @Replies(Recorded, 201)
  @Post('projects/:projectId/decisions')
  request(
    @UuidParam('projectId') projectId: string,
    @Body() body: DecisionRequestBody,
    @TheCaller() caller: Caller,
  ): Promise<Recorded> {
    return this.requests.send(RequestDecision, { ...body, projectId }, caller);
  }

  @Allow('governance:decide')
  @HttpCode(200)
  @Replies(Recorded)
  @Post('decisions/:decisionId/outcome')
  take(
    @UuidParam('decisionId') decisionId: string,
    @Body() body: OutcomeBody,
    @TheCaller() caller: Caller,
  ): Promise<Recorded> {
    return this.requests.send(TakeDecision, { ...body, decisionId }, caller);
  }
}
