import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { QualityFigure } from './quality-figure.js';

/** A best practice of GAO, and what of it can be read from the schedule. */
export class QualityPractice {
  @IsInt()
  @Min(1)
  @Max(10)
  readonly number!: number;

  @IsString() @Length(1, 200) readonly name!: string;

  /** All that could be counted passes; absent when nothing could. */
  @IsOptional() @IsBoolean() readonly passes?: boolean;

  /** The DCMA points that belong to it. */
  @IsArray()
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(14, { each: true })
  readonly points!: readonly number[];

  /** What it asks besides them. */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => QualityFigure)
  readonly figures!: readonly QualityFigure[];
}
