import { Type } from 'class-transformer';
import { IsArray, IsBoolean, IsString, Length, ValidateNested } from 'class-validator';
import { GroupFigure } from './group-figure.js';

/** An organisation unit; how many people are behind it is not said. */
export class GroupPerformanceLine {
  @IsString() @Length(1, 200) readonly orgUnit!: string;

  /** Nothing can be said that would not be about a few. */
  @IsBoolean() readonly isHidden!: boolean;

  /** Only those with enough people behind them whose own figures the caller does not have. */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => GroupFigure)
  readonly figures!: readonly GroupFigure[];
}
