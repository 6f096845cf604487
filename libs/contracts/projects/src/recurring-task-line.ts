import { Type } from 'class-transformer';
import {
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Min,
  ValidateNested,
} from 'class-validator';
import { RecurrencePattern } from './recurrence-pattern.js';

/** A task that repeats, as it is in the plan. Days are `YYYY-MM-DD`. */
export class RecurringTaskLine {
  @IsUUID() readonly taskId!: string;

  /** Of its pattern; 0 when the plan file did not say by which it repeats. */
  @IsInt() @Min(0) readonly version!: number;

  @IsString() @Length(1, 500) readonly name!: string;

  @IsOptional() @IsUUID() readonly parentTaskId?: string;

  @IsOptional() @ValidateNested() @Type(() => RecurrencePattern) readonly pattern?: RecurrencePattern;

  @IsOptional() @Matches(/^([01]\d|2[0-3]):[0-5]\d$/) readonly startsAt?: string;

  @IsOptional() @IsInt() @Min(0) readonly durationMinutes?: number;

  @IsOptional() @IsIn(['move', 'skip']) readonly onFreeDay?: 'move' | 'skip';

  @IsOptional() @IsString() @Length(1, 100) readonly calendarKey?: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly start!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly finish!: string;

  @IsInt() @Min(0) readonly occurrences!: number;

  @IsInt() @Min(0) readonly done!: number;

  /** The day of the first occurrence that is not done; absent when all are. */
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly next?: string;

  @IsOptional() @IsString() readonly recordedByName?: string;
}
