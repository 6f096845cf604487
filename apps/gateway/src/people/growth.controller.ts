import { Requests } from '@meridian/bus';
import {
  AnswerConcern,
  AppointHrPartners,
  CloseConcern,
  Concerns,
  ConcernsFigures,
  GrowthPlan,
  GrowthPlanFigures,
  HrPartners,
  HrPartnersFigures,
  Notes,
  NotesFigures,
  RaiseConcern,
  Recorded,
  RecordGrowthGoal,
  WriteNote,
} from '@meridian/contracts-resourcing';
import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '../access/allow.js';
import { bodyOf } from '../http/bodies.js';
import { Caller, TheCaller } from '../http/caller.js';
import { NeedsVersion } from '../http/route-kinds.js';
import { UuidParam } from '../http/validation.js';
import { Replies } from '../openapi/replies.js';

class PlanQuery extends bodyOf(GrowthPlan) {}
class GoalBody extends bodyOf(RecordGrowthGoal, 'goalId') {}
class WordBody extends bodyOf(AnswerConcern, 'concernId') {}
class ClosingBody extends bodyOf(CloseConcern, 'concernId') {}
class NoteBody extends bodyOf(WriteNote, 'noteId') {}

/** What stays between a few people. Who they are is known to resourcing, and no role stands in for them. */
@ApiTags('growth and concerns')
@Controller('v1')
export class GrowthController {
  constructor(private readonly requests: Requests) {}

  @Allow('time:write')
  @Replies(GrowthPlanFigures)
  @Get('growth-plan')
  plan(@Query() query: PlanQuery, @TheCaller() caller: Caller): Promise<GrowthPlanFigures> {
    return this.requests.send(GrowthPlan, { ...query }, caller);
  }

  @Allow('time:write')
  @NeedsVersion()
  @Replies(Recorded)
  @Put('growth-goals/:goalId')
  goal(
    @UuidParam('goalId') goalId: string,
    @Body() body: GoalBody,
    @TheCaller() caller: Caller,
  ): Promise<Recorded> {
    return this.requests.send(RecordGrowthGoal, { ...body, goalId }, caller);
  }

  @Allow('time:write')
  @Replies(ConcernsFigures)
  @Get('concerns')
  concerns(@TheCaller() caller: Caller): Promise<ConcernsFigures> {
    return this.requests.send(Concerns, {}, caller);
  }

  @Allow('time:write')
  @Replies(Recorded, 201)
  @Post('concerns')
  raise(@Body() body: RaiseConcern, @TheCaller() caller: Caller): Promise<Recorded> {
    return this.requests.send(RaiseConcern, { ...body }, caller);
  }

  @Allow('time:write')
  @HttpCode(200)
  @Replies(Recorded)
  @Post('concerns/:concernId/words')
  say(
    @UuidParam('concernId') concernId: string,
    @Body() body: WordBody,
    @TheCaller() caller: Caller,
  ): Promise<Recorded> {
    return this.requests.send(AnswerConcern, { ...body, concernId }, caller);
  }

  @Allow('time:write')
  @NeedsVersion()
  @HttpCode(200)
  @Replies(Recorded)
  @Post('concerns/:concernId/closing')
  close(
    @UuidParam('concernId') concernId: string,
    @Body() body: ClosingBody,
    @TheCaller() caller: Caller,
  ): Promise<Recorded> {
    return this.requests.send(CloseConcern, { ...body, concernId }, caller);
  }

  @Allow('time:write')
  @Replies(HrPartnersFigures)
  @Get('hr-partners')
  partners(@TheCaller() caller: Caller): Promise<HrPartnersFigures> {
    return this.requests.send(HrPartners, {}, caller);
  }

  @Allow('resource:write')
  @NeedsVersion()
  @Replies(Recorded)
  @Put('hr-partners')
  appoint(@Body() body: AppointHrPartners, @TheCaller() caller: Caller): Promise<Recorded> {
    return this.requests.send(AppointHrPartners, { ...body }, caller);
  }

  @Allow('time:write')
  @Replies(NotesFigures)
  @Get('notes')
  notes(@TheCaller() caller: Caller): Promise<NotesFigures> {
    return this.requests.send(Notes, {}, caller);
  }

  @Allow('time:write')
  @NeedsVersion()
  @Replies(Recorded)
  @Put('notes/:noteId')
  note(
    @UuidParam('noteId') noteId: string,
    @Body() body: NoteBody,
    @TheCaller() caller: Caller,
  ): Promise<Recorded> {
    return this.requests.send(WriteNote, { ...body, noteId }, caller);
  }
}
