import { Requests } from '@meridian/bus';
import {
  BookingFile,
  BookingFileFigures,
  BookingWork,
  BookingWorkFigures,
  CapacityHeatMap,
  CapacityHeatMapFigures,
  FillAssignment,
  HandOvers,
  HandOversFigures,
  ListPeople,
  MoveBooking,
  OwnPeople,
  OwnPeopleFigures,
  PeoplePage,
  PersonSkills,
  PersonSkillsFigures,
  RecordPerson,
  Recorded,
  RecordSkill,
  SkillMatrix,
  SkillMatrixFigures,
  StaffingSuggestions,
  SuggestStaffing,
} from '@meridian/contracts-resourcing';
import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { Allow } from '../access/allow.js';
import { bodyOf } from '../http/bodies.js';
import { Caller, TheCaller } from '../http/caller.js';
import { NeedsVersion, ReadOnly } from '../http/route-kinds.js';
import { UuidParam } from '../http/validation.js';
import { Replies } from '../openapi/replies.js';

class PeopleQuery extends bodyOf(ListPeople) {
  @Type(() => Number) override readonly limit?: number;
}
class HeatMapQuery extends bodyOf(CapacityHeatMap) {
  @Type(() => Number) override readonly weeks?: number;
}
class MoveBody extends bodyOf(MoveBooking, 'projectId', 'assignmentId') {}
class BookingWorkQuery extends bodyOf(BookingWork) {}
class SkillsQuery extends bodyOf(PersonSkills) {}
class MatrixQuery extends bodyOf(SkillMatrix) {
  @Type(() => Number) override readonly minimumLevel?: number;
}
class SkillBody extends bodyOf(RecordSkill, 'personId') {}
class FillingBody extends bodyOf(FillAssignment, 'projectId', 'assignmentId') {}

@ApiTags('people')
@Controller('v1')
export class PeopleController {
  constructor(private readonly requests: Requests) {}

  @Allow('resource:read')
  @Replies(PeoplePage)
  @Get('people')
  list(@Query() query: PeopleQuery, @TheCaller() caller: Caller): Promise<PeoplePage> {
    return this.requests.send(ListPeople, { ...query }, caller);
  }

  /** Whose line manager somebody is is known to resourcing; no role stands in. */
  @Allow('time:decide')
  @Replies(OwnPeopleFigures)
  @Get('own-people')
  own(@TheCaller() caller: Caller): Promise<OwnPeopleFigures> {
    return this.requests.send(OwnPeople, {}, caller);
  }

  @Allow('resource:read')
  @Replies(CapacityHeatMapFigures)
  @Get('capacity-heat-map')
  heatMap(@Query() query: HeatMapQuery, @TheCaller() caller: Caller): Promise<CapacityHeatMapFigures> {
    return this.requests.send(CapacityHeatMap, { ...query }, caller);
  }

  @Allow('resource:write')
  @Replies(Recorded, 201)
  @Post('people')
  record(@Body() body: RecordPerson, @TheCaller() caller: Caller): Promise<Recorded> {
    return this.requests.send(RecordPerson, { ...body }, caller);
  }

  @Allow('resource:write')
  @NeedsVersion()
  @Replies(Recorded)
  @Put('projects/:projectId/assignments/:assignmentId/person')
  fill(
    @UuidParam('projectId') projectId: string,
    @UuidParam('assignmentId') assignmentId: string,
    @Body() body: FillingBody,
    @TheCaller() caller: Caller,
  ): Promise<Recorded> {
    return this.requests.send(FillAssignment, { ...body, projectId, assignmentId }, caller);
  }

  /** Whose skills somebody sees and confirms is known to resourcing, as with sheets. */
  @Allow('time:write')
  @Replies(PersonSkillsFigures)
  @Get('person-skills')
  skills(@Query() query: SkillsQuery, @TheCaller() caller: Caller): Promise<PersonSkillsFigures> {
    return this.requests.send(PersonSkills, { ...query }, caller);
  }

  @Allow('resource:read')
  @Replies(SkillMatrixFigures)
  @Get('skill-matrix')
  matrix(@Query() query: MatrixQuery, @TheCaller() caller: Caller): Promise<SkillMatrixFigures> {
    return this.requests.send(SkillMatrix, { ...query }, caller);
  }

  @Allow('time:write')
  @NeedsVersion()
  @Replies(Recorded)
  @Put('people/:personId/skills')
  skill(
    @UuidParam('personId') personId: string,
    @Body() body: SkillBody,
    @TheCaller() caller: Caller,
  ): Promise<Recorded> {
    return this.requests.send(RecordSkill, { ...body, personId }, caller);
  }

  /** Says what people wish and cost: for who decides for everybody. */
  @Allow('resource:write')
  @ReadOnly()
  @HttpCode(200)
  @Replies(StaffingSuggestions)
  @Post('staffing-suggestions')
  suggest(@Body() body: SuggestStaffing, @TheCaller() caller: Caller): Promise<StaffingSuggestions> {
    return this.requests.send(SuggestStaffing, { ...body }, caller);
  }

  /** Who may take which step is known to resourcing: the project's manager, or who decides for the person. */
  @Allow('time:decide')
  @NeedsVersion()
  @HttpCode(200)
  @Replies(Recorded)
  @Post('projects/:projectId/assignments/:assignmentId/booking-steps')
  move(
    @UuidParam('projectId') projectId: string,
    @UuidParam('assignmentId') assignmentId: string,
    @Body() body: MoveBody,
    @TheCaller() caller: Caller,
  ): Promise<Recorded> {
    return this.requests.send(MoveBooking, { ...body, projectId, assignmentId }, caller);
  }

  /** Whose bookings somebody has to do with is known to resourcing. */
  @Allow('time:decide')
  @Replies(BookingWorkFigures)
  @Get('bookings')
  bookings(@Query() query: BookingWorkQuery, @TheCaller() caller: Caller): Promise<BookingWorkFigures> {
    return this.requests.send(BookingWork, { ...query }, caller);
  }

  @Allow('time:decide')
  @Replies(BookingFileFigures)
  @Get('projects/:projectId/assignments/:assignmentId/booking')
  booking(
    @UuidParam('projectId') projectId: string,
    @UuidParam('assignmentId') assignmentId: string,
    @TheCaller() caller: Caller,
  ): Promise<BookingFileFigures> {
    return this.requests.send(BookingFile, { projectId, assignmentId }, caller);
  }

  @Allow('resource:write')
  @Replies(HandOversFigures)
  @Get('hand-overs')
  handOvers(@TheCaller() caller: Caller): Promise<HandOversFigures> {
    return this.requests.send(HandOvers, {}, caller);
  }
}
