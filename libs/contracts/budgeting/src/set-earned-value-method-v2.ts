import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  ValidateNested,
} from 'class-validator';
import { EarningMilestone } from './earning-milestone.js';
import { EarnedValueMethodListV2 } from './earned-value-method-list-v2.js';

/** How a part of a plan earns its budget: a WBS element with all below, so a task, a control account or the whole. */
export class SetEarnedValueMethodV2 {
  static readonly subject = 'requests.budgeting.set-earned-value-method.v2';
  static readonly kind = 'command';
  static readonly answer = EarnedValueMethodListV2;

  @IsUUID() readonly projectId!: string;

  @IsString() @Length(1, 120) readonly wbs!: string;

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

  /** Why it is measured so, or otherwise than before. */
  @IsString() @Length(1, 1000) readonly reason!: string;
}
