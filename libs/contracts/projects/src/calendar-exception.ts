import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsString, Length, Matches, ValidateNested } from 'class-validator';
import { CalendarShift } from './calendar-shift.js';

/** Days, both included, that are other than their weekday: without shifts a holiday. */
export class CalendarException {
  @IsString() @Length(1, 200) readonly name!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly from!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly to!: string;

  @IsArray()
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  @Type(() => CalendarShift)
  readonly shifts!: readonly CalendarShift[];
}
