import { Type } from 'class-transformer';
import { IsArray, IsInt, IsString, Min, ValidateNested } from 'class-validator';
import { ProjectExposure } from './project-exposure.js';
import { RaidLine } from './raid-line.js';
import { RiskMatrixCell } from './risk-matrix-cell.js';

/** Where the open risks of a portfolio stand, and which projects they expose. Of projects that the caller may not see nothing is counted. */
export class RiskMatrix {
  /** Cells in which something stands. */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => RiskMatrixCell)
  readonly cells!: readonly RiskMatrixCell[];

  /** Open risks that stand in a cell. */
  @IsInt() @Min(0) readonly standing!: number;

  /** Open risks without a place: no impact, or neither the budget nor the dates of their project are known. */
  @IsInt() @Min(0) readonly withoutPlace!: number;

  /** Projects with an open risk by their net exposure, the greatest first, currency by currency; at most 200. */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ProjectExposure)
  readonly projects!: readonly ProjectExposure[];

  @IsInt() @Min(0) readonly projectCount!: number;

  /** Programmes that the portfolio has, to ask for one. */
  @IsArray() @IsString({ each: true }) readonly programmes!: readonly string[];

  /** Of the cell that was asked for, the greatest exposures first; at most 200. */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => RaidLine)
  readonly risks!: readonly RaidLine[];
}
