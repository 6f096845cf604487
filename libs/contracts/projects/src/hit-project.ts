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
import { HitMoney } from './hit-money.js';
import { HitTask } from './hit-task.js';

/** Another project whose plan a slip would move through links. */
export class HitProject {
  /** "a confidential project" for who may not see it; then nothing else of it is told. */
  @IsString() @Length(1, 300) readonly name!: string;

  @IsOptional() @IsUUID() readonly projectId?: string;

  @IsOptional() @IsString() @Length(1, 60) readonly code?: string;

  @IsOptional() @IsString() @Length(1, 300) readonly managerName?: string;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly finishBefore?: string;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly finish?: string;

  /** Calendar days, later positive. */
  @IsOptional() @IsInt() readonly finishDays?: number;

  /** Its tasks that would move, the largest move first, at most 100. */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => HitTask)
  readonly moved!: readonly HitTask[];

  @IsOptional() @IsInt() @Min(0) readonly movedCount?: number;

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
