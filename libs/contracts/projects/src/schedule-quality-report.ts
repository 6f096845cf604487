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
import { QualityFigure } from './quality-figure.js';
import { QualityPractice } from './quality-practice.js';
import { QualityRun } from './quality-run.js';

/** The quality of a schedule now, and how it was at each import and gate. */
export class ScheduleQualityReport {
  @IsUUID() readonly projectId!: string;

  @IsInt() @Min(1) readonly planVersion!: number;

  @IsInt() @Min(1) readonly scheduleVersion!: number;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly statusDate?: string;

  /** Which tasks were asked: sources differ. */
  @IsString() @Length(1, 1000) readonly population!: string;

  /** The points of DCMA-EA PAM 200.1, section 4, in their order. */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => QualityFigure)
  readonly dcma!: readonly QualityFigure[];

  /** The practices of GAO-16-89G, in their order. */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => QualityPractice)
  readonly gao!: readonly QualityPractice[];

  /** Earlier checks, the last one first. */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => QualityRun)
  readonly runs!: readonly QualityRun[];
}
