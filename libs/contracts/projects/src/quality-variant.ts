import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsInt,
  IsNumber,
  IsOptional,
  IsString,
  Length,
  Min,
  ValidateNested,
} from 'class-validator';
import { QualityLink } from './quality-link.js';
import { QualityTask } from './quality-task.js';

/** A figure of a schedule as one source defines it, with what it was counted from. Shares are 0 to 1. */
export class QualityVariant {
  @IsString() @Length(1, 100) readonly name!: string;

  @IsString() @Length(1, 500) readonly definition!: string;

  /** What is counted, and among how many; days for the critical path length index. */
  @IsNumber() readonly count!: number;

  @IsNumber() readonly among!: number;

  /** Absent when there is nothing to compare with: no tasks, no status date, no baseline. */
  @IsOptional() @IsNumber() readonly value?: number;

  @IsOptional() @IsNumber() readonly atMost?: number;

  @IsOptional() @IsNumber() readonly atLeast?: number;

  @IsOptional() @IsBoolean() readonly passes?: boolean;

  /** The first of the tasks behind it; of a ratio that should be high, those that are missing. */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => QualityTask)
  readonly tasks!: readonly QualityTask[];

  @IsInt() @Min(0) readonly taskCount!: number;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => QualityLink)
  readonly links!: readonly QualityLink[];

  @IsInt() @Min(0) readonly linkCount!: number;
}
