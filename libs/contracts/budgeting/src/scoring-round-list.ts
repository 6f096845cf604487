import { Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';
import { ScoringRoundRecord } from './scoring-round-record.js';

/** Rounds of scoring, the latest first. */
export class ScoringRoundList {
  @ValidateNested({ each: true })
  @Type(() => ScoringRoundRecord)
  readonly rounds!: readonly ScoringRoundRecord[];
}
