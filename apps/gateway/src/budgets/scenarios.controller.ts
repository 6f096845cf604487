import { Requests } from '@meridian/bus';
import {
  ApproveScenario,
  ComputeScenario,
  ScenarioAsked,
  ScenarioFigures,
  ScenarioQuestion,
  Scenarios,
  ScenariosAnswer,
} from '@meridian/contracts-budgeting';
import { Body, Controller, Get, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { Allow } from '../access/allow.js';
import { bodyOf } from '../http/bodies.js';
import { Caller, TheCaller } from '../http/caller.js';
import { NeedsVersion, Upload } from '../http/route-kinds.js';
import { UuidParam } from '../http/validation.js';
import { Replies } from '../openapi/replies.js';

/** Ten seconds for the best selection, four for the next best, two for each of five questions of worth. */
const COMPUTE_TIMEOUT_MS = 30_000;

class ScenariosQuery extends bodyOf(Scenarios) {
  /** Ids with commas between. */
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.split(',') : value))
  override readonly scenarioIds?: readonly string[];
}
class ScenarioBody extends bodyOf(ComputeScenario, 'scenarioId') {}
class ApprovalBody extends bodyOf(ApproveScenario, 'scenarioId') {}

@ApiTags('scenarios')
@Controller('v1/scenarios')
export class ScenariosController {
  constructor(private readonly requests: Requests) {}

  @Allow('budget:approve')
  @Replies(ScenariosAnswer)
  @Get()
  list(@Query() query: ScenariosQuery, @TheCaller() caller: Caller): Promise<ScenariosAnswer> {
    return this.requests.send(Scenarios, { ...query }, caller);
  }

  @Allow('budget:approve')
  @Replies(ScenarioAsked)
  @Get(':scenarioId/question')
  question(@UuidParam('scenarioId') scenarioId: string, @TheCaller() caller: Caller): Promise<ScenarioAsked> {
    return this.requests.send(ScenarioQuestion, { scenarioId }, caller);
  }

  @Allow('budget:approve')
  @NeedsVersion()
  @Upload()
  @Replies(ScenarioFigures)
  @Put(':scenarioId')
  compute(
    @UuidParam('scenarioId') scenarioId: string,
    @Body() body: ScenarioBody,
    @TheCaller() caller: Caller,
  ): Promise<ScenarioFigures> {
    const options = { ...caller, timeoutMs: COMPUTE_TIMEOUT_MS };
    return this.requests.send(ComputeScenario, { ...body, scenarioId }, options);
  }

  @Allow('budget:approve')
  @NeedsVersion()
  @Replies(ScenarioFigures, 201)
  @Post(':scenarioId/approval')
  approve(
    @UuidParam('scenarioId') scenarioId: string,
    @Body() body: ApprovalBody,
    @TheCaller() caller: Caller,
  ): Promise<ScenarioFigures> {
    return this.requests.send(ApproveScenario, { ...body, scenarioId }, caller);
  }
}
