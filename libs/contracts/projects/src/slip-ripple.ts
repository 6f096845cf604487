import { Type } from 'class-transformer';
import {
  IsArray,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Min,
  ValidateNested,
} from 'class-validator';
import { HitGate } from './hit-gate.js';
import { HitMilestone } from './hit-milestone.js';
import { HitMoney } from './hit-money.js';
import { HitProject } from './hit-project.js';
import { HitTask } from './hit-task.js';

/** What a slip would move. Days are calendar days, later positive. */
export class SlipRipple {
  @IsUUID() readonly projectId!: string;

  @IsUUID() readonly taskId!: string;

  @IsString() @Length(1, 500) readonly name!: string;

  @IsInt() @Min(1) readonly days!: number;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly finishBefore!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly finish!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly projectFinishBefore!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly projectFinish!: string;

  @IsInt() readonly projectFinishDays!: number;

  /** Who manages the project; absent where nobody is named. */
  @IsOptional() @IsString() @Length(1, 300) readonly managerName?: string;

  /** Tasks whose dates would move, the task itself and summaries left out; the largest move first, at most 500. */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => HitTask)
  readonly moved!: readonly HitTask[];

  @IsInt() @Min(0) readonly movedCount!: number;

  /** Tasks that would stay and lose float; the largest loss first, at most 500. */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => HitTask)
  readonly tightened!: readonly HitTask[];

  @IsInt() @Min(0) readonly tightenedCount!: number;

  /** Milestones that would move, with the other projects that wait for them. */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => HitMilestone)
  readonly milestones!: readonly HitMilestone[];

  /** Other projects that would move because their tasks wait for tasks of this one; left out where nobody looked. */
  @IsOptional()
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => HitProject)
  readonly projects?: readonly HitProject[];

  /** Clashes that would be new. */
  @IsOptional()
  @IsArray()
  @IsString({ each: true })
  @Length(1, 1500, { each: true })
  readonly newClashes?: readonly string[];

  /** Gates that would be ready later; absent where governance has told of no gate of the project. */
  @IsOptional()
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => HitGate)
  readonly gates?: readonly HitGate[];

  /** Absent where budgeting has told nothing of the project. */
  @IsOptional()
  @ValidateNested()
  @Type(() => HitMoney)
  readonly money?: HitMoney;
}
