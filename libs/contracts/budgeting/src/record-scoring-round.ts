import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsString,
  IsUUID,
  Length,
  Min,
  ValidateNested,
} from 'class-validator';
import { ScoringCandidate } from './scoring-candidate.js';
import { ScoringRater } from './scoring-rater.js';
import { ScoringRoundRecord } from './scoring-round-record.js';

/** Opens a round in which people score candidates by one version of a model, changes who and what is in it, or closes it. */
export class RecordScoringRound {
  static readonly subject = 'requests.budgeting.record-scoring-round.v1';
  static readonly kind = 'command';
  static readonly answer = ScoringRoundRecord;

  @IsUUID() readonly roundId!: string;

  @IsString() @Length(1, 200) readonly name!: string;

  @IsString() @Length(1, 100) readonly portfolio!: string;

  @IsUUID() readonly modelId!: string;

  @IsInt() @Min(1) readonly modelVersion!: number;

  /** A closed round stays as it is, with all its scores. */
  @IsIn(['open', 'closed']) readonly state!: 'open' | 'closed';

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(300)
  @ValidateNested({ each: true })
  @Type(() => ScoringCandidate)
  readonly candidates!: readonly ScoringCandidate[];

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => ScoringRater)
  readonly raters!: readonly ScoringRater[];
}
