import { Type } from 'class-transformer';
import { IsInt, IsISO8601, IsString, IsUUID, Length, Min, ValidateNested } from 'class-validator';
import { ScenarioScore } from './scenario-score.js';

/** The round of scoring that a scenario took its values from, as it was then. */
export class ScenarioValuation {
  @IsUUID() readonly roundId!: string;

  @IsInt() @Min(1) readonly roundVersion!: number;

  @IsString() @Length(1, 200) readonly roundName!: string;

  @IsUUID() readonly modelId!: string;

  @IsInt() @Min(1) readonly modelVersion!: number;

  @IsString() @Length(1, 120) readonly modelName!: string;

  @IsISO8601() readonly takenAt!: string;

  @ValidateNested({ each: true })
  @Type(() => ScenarioScore)
  readonly scores!: readonly ScenarioScore[];
}
