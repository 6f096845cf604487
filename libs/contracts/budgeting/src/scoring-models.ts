import { IsOptional, IsUUID } from 'class-validator';
import { ScoringModelList } from './scoring-model-list.js';

/** The latest version and the latest published one of every scoring model, or the last hundred versions of one. */
export class ScoringModels {
  static readonly subject = 'requests.budgeting.scoring-models.v1';
  static readonly kind = 'query';
  static readonly answer = ScoringModelList;

  @IsOptional() @IsUUID() readonly modelId?: string;
}
