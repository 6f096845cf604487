import { Type } from 'class-transformer';
import { IsArray, IsIn, IsOptional, IsString, IsUUID, Length, ValidateNested } from 'class-validator';
import { FiscalCalendarVersion } from './fiscal-calendar-version.js';
import { FiscalPeriodDates } from './fiscal-period-dates.js';

/** Records a fiscal calendar, or adds periods to it: one after the other, without gap or overlap. */
export class SetFiscalCalendar {
  static readonly subject = 'requests.budgeting.set-fiscal-calendar.v1';
  static readonly kind = 'command';
  static readonly answer = FiscalCalendarVersion;

  @IsUUID() readonly calendarId!: string;

  @IsString() @Length(1, 200) readonly name!: string;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => FiscalPeriodDates)
  readonly periods!: readonly FiscalPeriodDates[];

  /** What becomes of a posting for a closed period: refused, or counted for the next open one; as it was when left out. */
  @IsOptional() @IsIn(['refuse', 'next-open']) readonly latePosting?: 'refuse' | 'next-open';
}
