import { Type } from 'class-transformer';
import {
  IsArray,
  IsISO8601,
  IsInt,
  IsOptional,
  IsString,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { PipelineCount } from './pipeline-count.js';
import { ProgrammeHealth } from './programme-health.js';
import { StatusLine } from './status-line.js';

/** Health of the portfolio. */
export class PortfolioHealthFigures {
  @IsISO8601() readonly asOf!: string;

  /** From the approval on; what may become a project is not counted here. */
  @IsInt() @Min(0) readonly projects!: number;

  @IsInt() @Min(0) readonly onTrack!: number;

  @IsInt() @Min(0) readonly atRisk!: number;

  @IsInt() @Min(0) readonly offTrack!: number;

  @IsInt() @Min(0) readonly unknown!: number;

  /** Ideas, proposals and candidates, in that order. */
  @IsOptional()
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PipelineCount)
  readonly pipeline?: readonly PipelineCount[];

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ProgrammeHealth)
  readonly programmes!: readonly ProgrammeHealth[];

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => StatusLine)
  readonly lines!: readonly StatusLine[];

  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly nextCursor?: string;
}
