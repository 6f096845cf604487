import { Requests } from '@meridian/bus';
import {
  CloseFiscalPeriod,
  FiscalCalendarList,
  FiscalCalendars,
  FiscalCalendarVersion,
  SetFiscalCalendar,
} from '@meridian/contracts-budgeting';
import { Body, Controller, Get, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '../access/allow.js';
import { bodyOf } from '../http/bodies.js';
import { Caller, TheCaller } from '../http/caller.js';
import { NeedsVersion } from '../http/route-kinds.js';
import { UuidParam } from '../http/validation.js';
import { Replies } from '../openapi/replies.js';

class CalendarsQuery extends bodyOf(FiscalCalendars) {}
class CalendarBody extends bodyOf(SetFiscalCalendar, 'calendarId') {}
class PeriodBody extends bodyOf(CloseFiscalPeriod, 'calendarId') {}

/** By which periods budgets are phased, and which of them still take postings. */
@ApiTags('budgets')
@Controller('v1/fiscal-calendars')
export class FiscalCalendarsController {
  constructor(private readonly requests: Requests) {}

  @Allow('budget:write', 'budget:approve')
  @Replies(FiscalCalendarList)
  @Get()
  calendars(@Query() query: CalendarsQuery, @TheCaller() caller: Caller): Promise<FiscalCalendarList> {
    return this.requests.send(FiscalCalendars, { ...query }, caller);
  }

  @Allow('budget:approve')
  @NeedsVersion()
  @Replies(FiscalCalendarVersion)
  @Put(':calendarId')
  set(
    @UuidParam('calendarId') calendarId: string,
    @Body() body: CalendarBody,
    @TheCaller() caller: Caller,
  ): Promise<FiscalCalendarVersion> {
    return this.requests.send(SetFiscalCalendar, { ...body, calendarId }, caller);
  }

  @Allow('budget:approve')
  @NeedsVersion()
  @Replies(FiscalCalendarVersion)
  @Put(':calendarId/period')
  close(
    @UuidParam('calendarId') calendarId: string,
    @Body() body: PeriodBody,
    @TheCaller() caller: Caller,
  ): Promise<FiscalCalendarVersion> {
    return this.requests.send(CloseFiscalPeriod, { ...body, calendarId }, caller);
  }
}
