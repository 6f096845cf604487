import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsString, Length, ValidateNested } from 'class-validator';
import { CalendarDay } from './calendar-day.js';
import { CalendarException } from './calendar-exception.js';

/** When work is done: the shifts of a week, and the days that are other than their weekday. */
export class WorkCalendar {
  @IsString() @Length(1, 200) readonly name!: string;

  /** A weekday that is missing is free. */
  @IsArray()
  @ArrayMaxSize(7)
  @ValidateNested({ each: true })
  @Type(() => CalendarDay)
  readonly week!: readonly CalendarDay[];

  @IsArray()
  @ArrayMaxSize(1000)
  @ValidateNested({ each: true })
  @Type(() => CalendarException)
  readonly exceptions!: readonly CalendarException[];
}
