import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsUUID, Matches, ValidateNested } from 'class-validator';
import { CandidateRating } from './candidate-rating.js';
import { CriterionScore } from './criterion-score.js';

/** The own scores of whoever asks for one candidate, in place of the own scores before; a criterion left out is not scored. */
export class RateCandidate {
  static readonly subject = 'requests.budgeting.rate-candidate.v1';
  static readonly kind = 'command';
  static readonly answer = CandidateRating;

  @IsUUID() readonly roundId!: string;

  @Matches(/^[\w.-]{1,60}$/) readonly candidateId!: string;

  /** The day whose knowledge the scores stand on. */
  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly ratedOn!: string;

  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => CriterionScore)
  readonly scores!: readonly CriterionScore[];
}
