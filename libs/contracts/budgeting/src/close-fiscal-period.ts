import { IsBoolean, IsString, IsUUID, Length } from 'class-validator';
import { FiscalCalendarVersion } from './fiscal-calendar-version.js';

/** Closes a fiscal period, or opens it again: a closed one takes no posting. */
export class CloseFiscalPeriod {
  static readonly subject = 'requests.budgeting.close-fiscal-period.v1';
  static readonly kind = 'command';
  static readonly answer = FiscalCalendarVersion;

  @IsUUID() readonly calendarId!: string;

  @IsString() @Length(1, 30) readonly period!: string;

  @IsBoolean() readonly isClosed!: boolean;

  @IsString() @Length(1, 300) readonly decision!: string;
}
