import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { ScoringRoundFigures } from './scoring-round-figures.js';

/** A round of scoring: ranking, ratings, and how much the ranking hangs on the weights. */
export class ScoringRound {
  static readonly subject = 'requests.budgeting.scoring-round.v1';
  static readonly kind = 'query';
  static readonly answer = ScoringRoundFigures;

  @IsUUID() readonly roundId!: string;

  /** How many of the first are chosen, for the sensitivity of the choice; 1 when left out. */
  @IsOptional() @IsInt() @Min(1) @Max(300) @Type(() => Number) readonly chosen?: number;
}
