import { Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';
import { ScoringModelFigures } from './scoring-model-figures.js';

/** Versions of scoring models, the latest first. */
export class ScoringModelList {
  @ValidateNested({ each: true })
  @Type(() => ScoringModelFigures)
  readonly models!: readonly ScoringModelFigures[];
}
