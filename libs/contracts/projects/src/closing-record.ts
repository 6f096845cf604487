import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Min,
  ValidateNested,
} from 'class-validator';
import { CheckedGuard } from './checked-guard.js';
import { ClosingGap } from './closing-gap.js';

/** One closing of a project, from the day it began. */
export class ClosingRecord {
  @IsUUID() readonly closingId!: string;

  /** From 1, in the order they began. */
  @IsInt() @Min(1) readonly number!: number;

  @IsIn(['open', 'withdrawn', 'complete', 'overridden'])
  readonly state!: 'open' | 'withdrawn' | 'complete' | 'overridden';

  @IsBoolean() readonly isStopped!: boolean;

  @IsISO8601() readonly startedAt!: string;

  @IsString() @Length(1, 300) readonly startedByName!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly dueOn!: string;

  @IsOptional() @IsISO8601() readonly endedAt?: string;

  @IsOptional() @IsString() readonly endedByName?: string;

  /** Why it was withdrawn, or ended with something open. */
  @IsOptional() @IsString() readonly reason?: string;

  /** What others had not answered or had open when it was ended. */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ClosingGap)
  readonly leftOpen!: readonly ClosingGap[];

  /** Conditions of the project itself that did not hold when it was ended. */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => CheckedGuard)
  readonly overridden!: readonly CheckedGuard[];
}
