import { IsOptional, IsUUID } from 'class-validator';
import { FiscalCalendarList } from './fiscal-calendar-list.js';

/** The fiscal calendars of the house, with what is closed: one of them, or all. */
export class FiscalCalendars {
  static readonly subject = 'requests.budgeting.fiscal-calendars.v1';
  static readonly kind = 'query';
  static readonly answer = FiscalCalendarList;

  @IsOptional() @IsUUID() readonly calendarId?: string;
}
