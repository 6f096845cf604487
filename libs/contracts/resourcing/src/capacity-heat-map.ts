import { IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { CapacityHeatMapFigures } from './capacity-heat-map-figures.js';

/** How full everybody's weeks are. */
export class CapacityHeatMap {
  static readonly subject = 'requests.resourcing.capacity-heat-map.v1';
  static readonly kind = 'query';
  static readonly answer = CapacityHeatMapFigures;

  /** The week of this day is the first; today unless told. */
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly from?: string;

  /** 26 unless told. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(104)
  readonly weeks?: number;

  @IsOptional()
  @IsString()
  @MaxLength(120)
  readonly role?: string;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly orgUnit?: string;
}
