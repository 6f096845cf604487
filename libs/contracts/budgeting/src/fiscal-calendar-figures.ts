import { Type } from 'class-transformer';
import { IsArray, IsIn, IsInt, IsString, IsUUID, Length, Min, ValidateNested } from 'class-validator';
import { FiscalPeriodState } from './fiscal-period-state.js';

/** A fiscal calendar with its periods, in order. */
export class FiscalCalendarFigures {
  @IsUUID() readonly calendarId!: string;

  @IsString() @Length(1, 200) readonly name!: string;

  @IsInt() @Min(1) readonly version!: number;

  /** What becomes of a posting for a closed period: refused, or counted for the next open one. */
  @IsIn(['refuse', 'next-open']) readonly latePosting!: 'refuse' | 'next-open';

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => FiscalPeriodState)
  readonly periods!: readonly FiscalPeriodState[];
}
