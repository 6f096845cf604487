import { Requests } from '@meridian/bus';
import {
  DateExplanation,
  EstimateTask,
  PlanLevelling,
  PlanLevellingState,
  Recorded,
  RippleOfSlip,
  RiskSimulated,
  ScheduleQuality,
  ScheduleQualityReport,
  ScheduleRisk,
  ScheduleRiskReport,
  ScheduleRules,
  ScheduleRulesInForce,
  SetScheduleRules,
  SimulateRisk,
  SlipRipple,
  TakeOffLevelling,
  WhyThisDate,
} from '@meridian/contracts-projects';
import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { Allow } from '../access/allow.js';
import { bodyOf } from '../http/bodies.js';
import { Caller, TheCaller } from '../http/caller.js';
import { NeedsVersion } from '../http/route-kinds.js';
import { UuidParam } from '../http/validation.js';
import { Replies } from '../openapi/replies.js';

class WhyQuery extends bodyOf(WhyThisDate, 'projectId', 'taskId') {}
class QualityQuery extends bodyOf(ScheduleQuality, 'projectId') {}
class RemovalBody extends bodyOf(TakeOffLevelling, 'projectId') {}
class RulesBody extends bodyOf(SetScheduleRules, 'projectId') {}
class RippleQuery extends bodyOf(RippleOfSlip, 'projectId', 'taskId') {
  @Type(() => Number) override readonly days?: number;
}
class EstimateBody extends bodyOf(EstimateTask, 'projectId', 'taskId') {}
class SimulationBody extends bodyOf(SimulateRisk, 'projectId') {}

/** A large plan is simulated before the answer comes. */
const SIMULATION_TIMEOUT_MS = 30_000;

/** What the computed schedule of a project says of itself. */
@ApiTags('schedules')
@Controller('v1/projects/:projectId')
export class ScheduleController {
  constructor(private readonly requests: Requests) {}

  @Allow('project:read')
  @Replies(DateExplanation)
  @Get('tasks/:taskId/why')
  why(
    @UuidParam('projectId') projectId: string,
    @UuidParam('taskId') taskId: string,
    @Query() query: WhyQuery,
    @TheCaller() caller: Caller,
  ): Promise<DateExplanation> {
    return this.requests.send(WhyThisDate, { ...query, projectId, taskId }, caller);
  }

  @Allow('project:read')
  @Replies(ScheduleRulesInForce)
  @Get('schedule-rules')
  rules(
    @UuidParam('projectId') projectId: string,
    @TheCaller() caller: Caller,
  ): Promise<ScheduleRulesInForce> {
    return this.requests.send(ScheduleRules, { projectId }, caller);
  }

  @Allow('project:write')
  @NeedsVersion()
  @Replies(Recorded)
  @Put('schedule-rules')
  setRules(
    @UuidParam('projectId') projectId: string,
    @Body() body: RulesBody,
    @TheCaller() caller: Caller,
  ): Promise<Recorded> {
    return this.requests.send(SetScheduleRules, { ...body, projectId }, caller);
  }

  @Allow('project:read')
  @Replies(PlanLevellingState)
  @Get('levelling')
  levelling(
    @UuidParam('projectId') projectId: string,
    @TheCaller() caller: Caller,
  ): Promise<PlanLevellingState> {
    return this.requests.send(PlanLevelling, { projectId }, caller);
  }

  @Allow('project:write')
  @NeedsVersion()
  @HttpCode(200)
  @Replies(Recorded)
  @Post('levelling/removal')
  takeOffLevelling(
    @UuidParam('projectId') projectId: string,
    @Body() body: RemovalBody,
    @TheCaller() caller: Caller,
  ): Promise<Recorded> {
    return this.requests.send(TakeOffLevelling, { ...body, projectId }, caller);
  }

  @Allow('project:read')
  @Replies(ScheduleQualityReport)
  @Get('schedule-quality')
  quality(
    @UuidParam('projectId') projectId: string,
    @Query() query: QualityQuery,
    @TheCaller() caller: Caller,
  ): Promise<ScheduleQualityReport> {
    return this.requests.send(ScheduleQuality, { ...query, projectId }, caller);
  }

  @Allow('project:write')
  @NeedsVersion()
  @Replies(Recorded)
  @Put('tasks/:taskId/estimate')
  estimate(
    @UuidParam('projectId') projectId: string,
    @UuidParam('taskId') taskId: string,
    @Body() body: EstimateBody,
    @TheCaller() caller: Caller,
  ): Promise<Recorded> {
    return this.requests.send(EstimateTask, { ...body, projectId, taskId }, caller);
  }

  @Allow('project:read')
  @Replies(ScheduleRiskReport)
  @Get('schedule-risk')
  risk(@UuidParam('projectId') projectId: string, @TheCaller() caller: Caller): Promise<ScheduleRiskReport> {
    return this.requests.send(ScheduleRisk, { projectId }, caller);
  }

  @Allow('project:write')
  @Replies(RiskSimulated, 201)
  @Post('risk-simulations')
  simulate(
    @UuidParam('projectId') projectId: string,
    @Body() body: SimulationBody,
    @TheCaller() caller: Caller,
  ): Promise<RiskSimulated> {
    const options = { ...caller, timeoutMs: SIMULATION_TIMEOUT_MS };
    return this.requests.send(SimulateRisk, { ...body, projectId }, options);
  }

  /** What is hit when the task finishes so many working days later; nothing is changed. */
  @Allow('project:read')
  @Replies(SlipRipple)
  @Get('tasks/:taskId/ripple')
  ripple(
    @UuidParam('projectId') projectId: string,
    @UuidParam('taskId') taskId: string,
    @Query() query: RippleQuery,
    @TheCaller() caller: Caller,
  ): Promise<SlipRipple> {
    return this.requests.send(RippleOfSlip, { ...query, projectId, taskId }, caller);
  }
}
