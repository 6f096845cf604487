import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Min,
  ValidateNested,
} from 'class-validator';
import { PreviewedLink } from './previewed-link.js';
import { PreviewedTask } from './previewed-task.js';
import { RevisedTask } from './revised-task.js';
import { ShiftedTask } from './shifted-task.js';

/** The differences between the plan of a project and a file, before anything is written. Lists hold at most 500 lines; counts say how many there are. */
export class PlanDifferences {
  @IsUUID() readonly projectId!: string;

  /** Of the plan as it stands; 0 when there is none. */
  @IsInt() @Min(0) readonly planVersion!: number;

  /** Nothing at all would change. */
  @IsBoolean() readonly isSame!: boolean;

  /** Computed finish of the plan as it stands. */
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly finishBefore?: string;

  /** Computed finish of the plan in the file; absent when it has no tasks. */
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly finish?: string;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PreviewedTask)
  readonly added!: readonly PreviewedTask[];

  @IsInt() @Min(0) readonly addedCount!: number;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PreviewedTask)
  readonly removed!: readonly PreviewedTask[];

  @IsInt() @Min(0) readonly removedCount!: number;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PreviewedTask)
  readonly renamed!: readonly PreviewedTask[];

  @IsInt() @Min(0) readonly renamedCount!: number;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PreviewedTask)
  readonly moved!: readonly PreviewedTask[];

  @IsInt() @Min(0) readonly movedCount!: number;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => RevisedTask)
  readonly changed!: readonly RevisedTask[];

  @IsInt() @Min(0) readonly changedCount!: number;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ShiftedTask)
  readonly shifted!: readonly ShiftedTask[];

  @IsInt() @Min(0) readonly shiftedCount!: number;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PreviewedLink)
  readonly links!: readonly PreviewedLink[];

  @IsInt() @Min(0) readonly linksCount!: number;

  /** What taking the file over would change or leave out. */
  @IsArray()
  @IsString({ each: true })
  @Length(1, 500, { each: true })
  readonly notes!: readonly string[];
}
