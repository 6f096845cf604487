import { Type } from 'class-transformer';
import { IsArray, IsInt, Min, ValidateNested } from 'class-validator';
import { LoadWeek } from './load-week.js';
import { PersonLoad } from './person-load.js';

/** Capacity and load of everybody, week by week. */
export class PortfolioCapacityFigures {
  @IsInt() @Min(0) readonly people!: number;

  /** People with at least one week above 110 percent in the window. */
  @IsInt() @Min(0) readonly overloaded!: number;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => LoadWeek)
  readonly weeks!: readonly LoadWeek[];

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PersonLoad)
  readonly overloads!: readonly PersonLoad[];
}
