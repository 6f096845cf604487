import { Type } from 'class-transformer';
import { IsArray, IsBoolean, IsOptional, IsUUID, Matches, ValidateNested } from 'class-validator';
import { ForecastFigure } from './forecast-figure.js';

/** Every forecast of a project side by side, for one status date. */
export class ForecastRange {
  @IsUUID() readonly projectId!: string;

  @IsOptional() @Matches(/^[A-Z]{3}$/) readonly currency?: string;

  /** Absent while nothing was reported: the figures are of today then. */
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly statusDate?: string;

  /** False for the latest status date, whose figures still move with what is reported. */
  @IsBoolean() readonly isKept!: boolean;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly plannedFinish?: string;

  @IsOptional() @Matches(/^-?\d{1,18}$/) readonly budgetMinor?: string;

  /** The least and the most that any method says. */
  @IsOptional() @Matches(/^-?\d{1,18}$/) readonly lowestMinor?: string;

  @IsOptional() @Matches(/^-?\d{1,18}$/) readonly highestMinor?: string;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly earliest?: string;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly latest?: string;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ForecastFigure)
  readonly figures!: readonly ForecastFigure[];

  /** Earlier status dates whose forecasts are kept, the latest first. */
  @IsArray() @Matches(/^\d{4}-\d{2}-\d{2}$/, { each: true }) readonly keptFor!: readonly string[];
}
