import { Type } from 'class-transformer';
import {
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { RecurrencePattern } from './recurrence-pattern.js';
import { RecurringTaskRecorded } from './recurring-task-recorded.js';

/**
 * A task that repeats, wholly as it is wanted now: a summary with one task for each occurrence, which starts no earlier than its
 * day. What has begun stays as it is when the pattern changes. The version is that of the pattern, 0 when it is new.
 */
export class RecordRecurringTask {
  static readonly subject = 'requests.projects.record-recurring-task.v1';
  static readonly kind = 'command';
  static readonly answer = RecurringTaskRecorded;

  @IsUUID() readonly projectId!: string;

  /** Of the summary; given by the client, a new one is a new recurring task. */
  @IsUUID() readonly taskId!: string;

  @IsString() @Length(1, 400) readonly name!: string;

  /** The summary that a new one is placed under; at the end of the plan when absent. */
  @IsOptional() @IsUUID() readonly parentTaskId?: string;

  @ValidateNested() @Type(() => RecurrencePattern) readonly pattern!: RecurrencePattern;

  /** Time of day, `HH:MM`. */
  @Matches(/^([01]\d|2[0-3]):[0-5]\d$/) readonly startsAt!: string;

  /** Of one occurrence, in working minutes; 0 makes milestones of them. */
  @IsInt() @Min(0) @Max(100_000) readonly durationMinutes!: number;

  /** What becomes of an occurrence on a day without work. */
  @IsIn(['move', 'skip']) readonly onFreeDay!: 'move' | 'skip';

  /** One of the plan's calendars; that of the project when absent. */
  @IsOptional() @IsString() @Length(1, 100) readonly calendarKey?: string;
}
