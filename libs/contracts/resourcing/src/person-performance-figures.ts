import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { PerformanceFigure } from './performance-figure.js';
import { PERIOD } from './performance-kinds.js';

/** Six figures of a person and period, with what the person says to them. */
export class PersonPerformanceFigures {
  @IsUUID() readonly personId!: string;

  @IsString() @Length(1, 200) readonly personName!: string;

  @Matches(PERIOD) readonly period!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly from!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly to!: string;

  @IsBoolean() readonly isOver!: boolean;

  /** 0 as long as the person neither looked at it nor was told of it. */
  @IsInt() @Min(0) readonly version!: number;

  /** As the person saw them: they do not move any more. */
  @IsBoolean() readonly isFrozen!: boolean;

  /** When the person looked at them. */
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}T/) readonly seenAt?: string;

  /** From then on the line manager sees them, looked at or not. */
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly releasedOn?: string;

  @IsOptional()
  @IsString()
  @MaxLength(4_000)
  readonly comment?: string;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PerformanceFigure)
  readonly figures!: readonly PerformanceFigure[];
}
