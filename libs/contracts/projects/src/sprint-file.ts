import { Type } from 'class-transformer';
import { IsArray, IsInt, IsOptional, Min, ValidateNested } from 'class-validator';
import { BacklogItemLine } from './backlog-item-line.js';
import { Retrospective } from './retrospective.js';
import { SprintDay } from './sprint-day.js';
import { SprintLine } from './sprint-line.js';

/** Everything that is known of a sprint. */
export class SprintFile {
  /** That of the sprint. */
  @IsInt() @Min(1) readonly version!: number;

  @ValidateNested()
  @Type(() => SprintLine)
  readonly sprint!: SprintLine;

  /** What is in it, or was done in it. */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => BacklogItemLine)
  readonly items!: readonly BacklogItemLine[];

  /** Empty until it began. */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => SprintDay)
  readonly days!: readonly SprintDay[];

  @IsOptional()
  @ValidateNested()
  @Type(() => Retrospective)
  readonly retrospective?: Retrospective;
}
