import { Type } from 'class-transformer';
import { IsArray, IsBoolean, IsInt, IsString, IsUUID, Length, Min, ValidateNested } from 'class-validator';
import { ClosingAnswerLine } from './closing-answer-line.js';
import { ClosingCondition } from './closing-condition.js';
import { ClosingRecord } from './closing-record.js';

/** How far the closing of a project is: who has answered, and what is open. */
export class ClosingReport {
  @IsUUID() readonly projectId!: string;

  @IsInt() @Min(1) readonly version!: number;

  @IsString() @Length(1, 40) readonly stage!: string;

  /** The answers of the closing that runs; none while none runs. */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ClosingAnswerLine)
  readonly answers!: readonly ClosingAnswerLine[];

  /** Whether the project itself is ready, as of now. */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ClosingCondition)
  readonly conditions!: readonly ClosingCondition[];

  /** The closing runs and its day has passed. */
  @IsBoolean() readonly isOverdue!: boolean;

  /** The latest first. */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ClosingRecord)
  readonly closings!: readonly ClosingRecord[];
}
