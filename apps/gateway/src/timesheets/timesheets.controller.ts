import { Requests } from '@meridian/bus';
import {
  DecideTimesheet,
  KeepTime,
  ListTimesheets,
  MissingTimesheets,
  MissingTimesheetsFigures,
  PersonTime,
  PersonTimeFigures,
  Recorded,
  RecordTimesheet,
  SubmitTimesheet,
  TimeKeeping,
  TimeKeepingFigures,
  Timesheet,
  TimesheetFigures,
  TimesheetPage,
} from '@meridian/contracts-resourcing';
import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { Allow } from '../access/allow.js';
import { bodyOf } from '../http/bodies.js';
import { Caller, TheCaller } from '../http/caller.js';
import { NeedsVersion } from '../http/route-kinds.js';
import { UuidParam } from '../http/validation.js';
import { Replies } from '../openapi/replies.js';

class SheetQuery extends bodyOf(Timesheet) {}
class SheetsQuery extends bodyOf(ListTimesheets) {
  @Type(() => Number) override readonly limit?: number;
}
class PersonTimeQuery extends bodyOf(PersonTime) {
  @Type(() => Number) override readonly weeks?: number;
}
class MissingQuery extends bodyOf(MissingTimesheets) {}
class DecisionBody extends bodyOf(DecideTimesheet, 'sheetId') {}

/** Whose sheets somebody sees and decides on is known to resourcing. */
@ApiTags('timesheets')
@Controller('v1')
export class TimesheetsController {
  constructor(private readonly requests: Requests) {}

  @Allow('time:write')
  @Replies(TimesheetFigures)
  @Get('timesheet')
  sheet(@Query() query: SheetQuery, @TheCaller() caller: Caller): Promise<TimesheetFigures> {
    return this.requests.send(Timesheet, { ...query }, caller);
  }

  @Allow('time:write')
  @NeedsVersion()
  @Replies(Recorded)
  @Put('timesheet')
  record(@Body() body: RecordTimesheet, @TheCaller() caller: Caller): Promise<Recorded> {
    return this.requests.send(RecordTimesheet, { ...body }, caller);
  }

  @Allow('time:write')
  @NeedsVersion()
  @HttpCode(200)
  @Replies(Recorded)
  @Post('timesheet/submission')
  submit(@Body() body: SubmitTimesheet, @TheCaller() caller: Caller): Promise<Recorded> {
    return this.requests.send(SubmitTimesheet, { ...body }, caller);
  }

  @Allow('time:decide')
  @Replies(TimesheetPage)
  @Get('timesheets')
  list(@Query() query: SheetsQuery, @TheCaller() caller: Caller): Promise<TimesheetPage> {
    return this.requests.send(ListTimesheets, { ...query }, caller);
  }

  @Allow('time:decide')
  @NeedsVersion()
  @HttpCode(200)
  @Replies(Recorded)
  @Post('timesheets/:sheetId/decision')
  decide(
    @UuidParam('sheetId') sheetId: string,
    @Body() body: DecisionBody,
    @TheCaller() caller: Caller,
  ): Promise<Recorded> {
    return this.requests.send(DecideTimesheet, { ...body, sheetId }, caller);
  }

  @Allow('time:decide')
  @Replies(MissingTimesheetsFigures)
  @Get('missing-timesheets')
  missing(@Query() query: MissingQuery, @TheCaller() caller: Caller): Promise<MissingTimesheetsFigures> {
    return this.requests.send(MissingTimesheets, { ...query }, caller);
  }

  @Allow('time:write')
  @Replies(PersonTimeFigures)
  @Get('person-time')
  compared(@Query() query: PersonTimeQuery, @TheCaller() caller: Caller): Promise<PersonTimeFigures> {
    return this.requests.send(PersonTime, { ...query }, caller);
  }

  @Allow('time:write')
  @Replies(TimeKeepingFigures)
  @Get('time-keeping')
  keeping(@TheCaller() caller: Caller): Promise<TimeKeepingFigures> {
    return this.requests.send(TimeKeeping, {}, caller);
  }

  @Allow('resource:write')
  @NeedsVersion()
  @Replies(Recorded)
  @Put('time-keeping')
  keep(@Body() body: KeepTime, @TheCaller() caller: Caller): Promise<Recorded> {
    return this.requests.send(KeepTime, { ...body }, caller);
  }
}
