import { Type } from 'class-transformer';
import { IsArray, IsIn, IsString, Matches, ValidateNested } from 'class-validator';
import { HeatMapRow } from './heat-map-row.js';

/** People by name, weeks by date. */
export class CapacityHeatMapFigures {
  /** Mondays. */
  @IsArray()
  @IsString({ each: true })
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { each: true })
  readonly weeks!: readonly string[];

  /** What the percentages are of: capacity with leave taken off. */
  @IsIn(['net-of-leave']) readonly basis!: 'net-of-leave';

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => HeatMapRow)
  readonly people!: readonly HeatMapRow[];
}
