import { Type } from 'class-transformer';
import {
  IsArray,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Min,
  ValidateNested,
} from 'class-validator';
import { QualityPointResult } from './quality-point-result.js';

/** A check of the schedule that was kept. */
export class QualityRun {
  @IsUUID() readonly checkId!: string;

  @IsISO8601() readonly checkedAt!: string;

  @IsIn(['import', 'gate']) readonly occasion!: 'import' | 'gate';

  @IsOptional() @IsString() @Length(1, 300) readonly gateName?: string;

  @IsInt() @Min(1) readonly planVersion!: number;

  @IsInt() @Min(1) readonly scheduleVersion!: number;

  /** DCMA points that passed and failed; the others could not be counted. */
  @IsInt() @Min(0) readonly passed!: number;

  @IsInt() @Min(0) readonly failed!: number;

  @IsInt() @Min(0) readonly practicesPassed!: number;

  @IsInt() @Min(0) readonly practicesFailed!: number;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => QualityPointResult)
  readonly points!: readonly QualityPointResult[];
}
