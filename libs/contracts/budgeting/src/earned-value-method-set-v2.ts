import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsISO8601,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Matches,
  Min,
  ValidateNested,
} from 'class-validator';
import { EarningMilestone } from './earning-milestone.js';

/** What was set for a part of a plan; the innermost part counts for a task. */
export class EarnedValueMethodSetV2 {
  @IsString() @Length(1, 120) readonly wbs!: string;

  @IsInt() @Min(1) readonly version!: number;

  @IsIn([
    'percent-complete',
    'zero-hundred',
    'fifty-fifty',
    'weighted-milestones',
    'physical',
    'agile-points',
    'level-of-effort',
    'apportioned',
  ])
  readonly method!:
    | 'percent-complete'
    | 'zero-hundred'
    | 'fifty-fifty'
    | 'weighted-milestones'
    | 'physical'
    | 'agile-points'
    | 'level-of-effort'
    | 'apportioned';

  /** Of `weighted-milestones`: all of them, with the days of those that are reached. */
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => EarningMilestone)
  readonly milestones?: readonly EarningMilestone[];

  /** Of `physical` the quantity, of `agile-points` the points that are done and accepted so far. */
  @IsOptional() @Matches(/^\d{1,12}(\.\d{1,6})?$/) readonly quantityDone?: string;

  @IsOptional() @Matches(/^\d{1,12}(\.\d{1,6})?$/) readonly quantityPlanned?: string;

  /** What the quantity is counted in. */
  @IsOptional() @IsString() @Length(1, 40) readonly unit?: string;

  /** Of `apportioned`: the task whose share it has. */
  @IsOptional() @IsString() @Length(1, 120) readonly baseWbs?: string;

  /** The day this was true: the status date moves to it. Today when something was recorded and no day is named. */
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly asOf?: string;

  @IsString() @Length(1, 1000) readonly reason!: string;

  @IsString() @Length(1, 300) readonly setBy!: string;

  @IsISO8601() readonly setAt!: string;
}
