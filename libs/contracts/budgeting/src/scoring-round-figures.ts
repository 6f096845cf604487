import { Type } from 'class-transformer';
import { IsOptional, ValidateNested } from 'class-validator';
import { CandidateRank } from './candidate-rank.js';
import { CandidateRating } from './candidate-rating.js';
import { ScoringModelFigures } from './scoring-model-figures.js';
import { ScoringRoundRecord } from './scoring-round-record.js';
import { ScoringSensitivity } from './scoring-sensitivity.js';

/** A round of scoring with what whoever asks may see of it. */
export class ScoringRoundFigures {
  @ValidateNested()
  @Type(() => ScoringRoundRecord)
  readonly round!: ScoringRoundRecord;

  @ValidateNested()
  @Type(() => ScoringModelFigures)
  readonly model!: ScoringModelFigures;

  /** All for who decides on portfolios; a rater sees the own ones, so that nobody follows another. */
  @ValidateNested({ each: true })
  @Type(() => CandidateRating)
  readonly ratings!: readonly CandidateRating[];

  /** The best first; absent for raters. */
  @IsOptional()
  @ValidateNested({ each: true })
  @Type(() => CandidateRank)
  readonly ranking?: readonly CandidateRank[];

  /** Absent for raters, and while nobody is ranked. */
  @IsOptional()
  @ValidateNested()
  @Type(() => ScoringSensitivity)
  readonly sensitivity?: ScoringSensitivity;
}
