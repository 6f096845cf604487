import { Requests } from '@meridian/bus';
import {
  DecideGate,
  PlanGate,
  Recorded,
  RequestDecision,
  TakeDecision,
} from '@meridian/contracts-governance';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '../access/allow.js';
import { bodyOf } from '../http/bodies.js';
import { Caller, TheCaller } from '../http/caller.js';
import { UuidParam } from '../http/validation.js';
import { Replies } from '../openapi/replies.js';

class GateBody extends bodyOf(PlanGate, 'projectId') {}
class GateDecisionBody extends bodyOf(DecideGate, 'gateId') {}
class DecisionRequestBody extends bodyOf(RequestDecision, 'projectId') {}
class OutcomeBody extends bodyOf(TakeDecision, 'decisionId') {}

@ApiTags('governance')
@Controller('v1')
export class GovernanceController {
  constructor(private readonly requests: Requests) {}

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
