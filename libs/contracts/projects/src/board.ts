import { Type } from 'class-transformer';
import { IsArray, IsInt, IsOptional, IsUUID, Min, ValidateNested } from 'class-validator';
import { BacklogItemLine } from './backlog-item-line.js';
import { BoardLimits } from './board-limits.js';
import { SprintDay } from './sprint-day.js';
import { SprintLine } from './sprint-line.js';
import { ThroughputWeek } from './throughput-week.js';
import { Velocity } from './velocity.js';

/** What a team looks at every day. */
export class Board {
  @IsUUID() readonly projectId!: string;

  /** What is in no sprint and not done, what is wanted first before the others; at most 500. */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => BacklogItemLine)
  readonly backlog!: readonly BacklogItemLine[];

  /** How many items the backlog has, also beyond those that are told. */
  @IsInt() @Min(0) readonly backlogCount!: number;

  /** The running sprint, else the next planned one; absent when there is neither. */
  @IsOptional()
  @ValidateNested()
  @Type(() => SprintLine)
  readonly sprint?: SprintLine;

  /** How much the columns may hold; absent while nobody limited them. */
  @IsOptional()
  @ValidateNested()
  @Type(() => BoardLimits)
  readonly limits?: BoardLimits;

  /** Columns of that sprint. */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => BacklogItemLine)
  readonly committed!: readonly BacklogItemLine[];

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => BacklogItemLine)
  readonly inProgress!: readonly BacklogItemLine[];

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => BacklogItemLine)
  readonly done!: readonly BacklogItemLine[];

  /** Burn-down and burn-up of the running sprint, day by day; empty while none runs. */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => SprintDay)
  readonly days!: readonly SprintDay[];

  @ValidateNested()
  @Type(() => Velocity)
  readonly velocity!: Velocity;

  /** Complete weeks since the first sprint began, at most the last 26, oldest first. */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ThroughputWeek)
  readonly throughput!: readonly ThroughputWeek[];

  /** All sprints, the latest first; at most 50. */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => SprintLine)
  readonly sprints!: readonly SprintLine[];
}
