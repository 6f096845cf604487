import { Type } from 'class-transformer';
import { IsArray, IsInt, IsString, IsUUID, Length, Min, ValidateNested } from 'class-validator';
import { BaselineTotals } from './baseline-totals.js';
import { ChangedLink } from './changed-link.js';
import { ChangedTask } from './changed-task.js';

/** Differences are `to` minus `from`: late and more are positive. */
export class BaselineComparison {
  @IsUUID() readonly projectId!: string;

  @IsString() @Length(3, 3) readonly currency!: string;

  @ValidateNested() @Type(() => BaselineTotals) readonly from!: BaselineTotals;

  @ValidateNested() @Type(() => BaselineTotals) readonly to!: BaselineTotals;

  /** Calendar days. */
  @IsInt() readonly finishDays!: number;

  @IsInt() @Min(0) readonly addedTasks!: number;

  @IsInt() @Min(0) readonly removedTasks!: number;

  @IsInt() @Min(0) readonly movedTasks!: number;

  /** Tasks that differ, largest move first; at most 500. */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ChangedTask)
  readonly tasks!: readonly ChangedTask[];

  @IsInt() @Min(0) readonly addedLinks!: number;

  @IsInt() @Min(0) readonly removedLinks!: number;

  @IsInt() @Min(0) readonly changedLinks!: number;

  /** Links that differ; at most 500. */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ChangedLink)
  readonly links!: readonly ChangedLink[];
}
