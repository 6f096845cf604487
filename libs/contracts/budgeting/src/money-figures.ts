import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Min,
  ValidateNested,
} from 'class-validator';
import { CostLine } from './cost-line.js';
import { CurvePoint } from './curve-point.js';
import { PostingLine } from './posting-line.js';

/** The money of a project. */
export class MoneyFigures {
  @IsUUID() readonly projectId!: string;

  @IsBoolean() readonly hasBudget!: boolean;

  @IsInt() @Min(0) readonly version!: number;

  @IsOptional() @Matches(/^[A-Z]{3}$/) readonly currency?: string;

  @IsOptional() @Matches(/^-?\d{1,18}$/) readonly budgetAtCompletionMinor?: string;

  @IsOptional() @Matches(/^-?\d{1,18}$/) readonly contingencyMinor?: string;

  @IsOptional() @Matches(/^-?\d{1,18}$/) readonly committedMinor?: string;

  @IsOptional() @Matches(/^-?\d{1,18}$/) readonly actualMinor?: string;

  @IsOptional() @Matches(/^-?\d{1,18}$/) readonly availableMinor?: string;

  @IsOptional() @Matches(/^-?\d{1,15}(\.\d{1,6})?$/) readonly tolerancePercent?: string;

  @IsOptional() @IsIn(['within', 'breached']) readonly toleranceState?: 'within' | 'breached';

  /** Calendar days that the forecast finish may lie after the planned one. */
  @IsOptional() @IsInt() @Min(0) readonly toleranceDays?: number;

  @IsOptional() @IsIn(['within', 'breached']) readonly finishToleranceState?: 'within' | 'breached';

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly plannedFinish?: string;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly forecastFinish?: string;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly statusDate?: string;

  @IsOptional() @Matches(/^-?\d{1,18}$/) readonly pvMinor?: string;

  @IsOptional() @Matches(/^-?\d{1,18}$/) readonly evMinor?: string;

  @IsOptional() @Matches(/^-?\d{1,18}$/) readonly cvMinor?: string;

  @IsOptional() @Matches(/^-?\d{1,18}$/) readonly svMinor?: string;

  @IsOptional() @Matches(/^-?\d{1,15}(\.\d{1,6})?$/) readonly cpi?: string;

  @IsOptional() @Matches(/^-?\d{1,15}(\.\d{1,6})?$/) readonly spi?: string;

  @IsOptional() @Matches(/^-?\d{1,18}$/) readonly eacMinor?: string;

  @IsOptional() @Matches(/^-?\d{1,18}$/) readonly etcMinor?: string;

  @IsOptional() @Matches(/^-?\d{1,18}$/) readonly vacMinor?: string;

  @IsOptional() @Matches(/^-?\d{1,15}(\.\d{1,6})?$/) readonly tcpi?: string;

  @IsOptional() @Matches(/^-?\d{1,15}(\.\d{1,6})?$/) readonly spiT?: string;

  @IsOptional() @Matches(/^-?\d{1,15}(\.\d{1,6})?$/) readonly percentComplete?: string;

  @IsArray()
  @IsString({ each: true })
  @Length(1, 100, { each: true })
  readonly flags!: readonly string[];

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => CostLine)
  readonly lines!: readonly CostLine[];

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => CurvePoint)
  readonly curve!: readonly CurvePoint[];

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PostingLine)
  readonly recentPostings!: readonly PostingLine[];
}
