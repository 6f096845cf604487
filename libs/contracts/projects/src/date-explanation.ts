import { Type } from 'class-transformer';
import {
  IsArray,
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
import { DateStep } from './date-step.js';

/** A computed date of a task and the chain of its causes. */
export class DateExplanation {
  @IsUUID() readonly projectId!: string;

  @IsInt() @Min(1) readonly planVersion!: number;

  @IsInt() @Min(1) readonly scheduleVersion!: number;

  @IsUUID() readonly taskId!: string;

  @IsString() @Length(1, 500) readonly name!: string;

  @IsIn(['start', 'finish']) readonly end!: 'start' | 'finish';

  @Matches(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/) readonly at!: string;

  /** Each step explains the date of the one before it; the last one names a date that was given. */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => DateStep)
  readonly steps!: readonly DateStep[];

  /** How many steps further back the chain goes; given when it is longer than what is told. */
  @IsOptional() @IsInt() @Min(1) readonly stepsLeftOut?: number;
}
