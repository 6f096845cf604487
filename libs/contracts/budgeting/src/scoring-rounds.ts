import { IsOptional, IsString, Length } from 'class-validator';
import { ScoringRoundList } from './scoring-round-list.js';

/** The last fifty rounds of scoring: all for who decides on portfolios, for others those that ask them to score. */
export class ScoringRounds {
  static readonly subject = 'requests.budgeting.scoring-rounds.v1';
  static readonly kind = 'query';
  static readonly answer = ScoringRoundList;

  @IsOptional() @IsString() @Length(1, 100) readonly portfolio?: string;
}
