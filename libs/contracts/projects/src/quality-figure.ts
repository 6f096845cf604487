import { Type } from 'class-transformer';
import { IsArray, IsInt, IsOptional, Max, Min, ValidateNested } from 'class-validator';
import { QualityVariant } from './quality-variant.js';

/** A figure of a schedule, with the other definitions of it that are in use. */
export class QualityFigure extends QualityVariant {
  /** Of a DCMA point, 1 to 14. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(14)
  readonly point?: number;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => QualityVariant)
  readonly variants!: readonly QualityVariant[];
}
