import { IsString, IsUUID, Length } from 'class-validator';
import { ScoringModelFigures } from './scoring-model-figures.js';

/** Publishes the draft of a scoring model as its next version: from now on candidates may be scored by it. */
export class PublishScoringModel {
  static readonly subject = 'requests.budgeting.publish-scoring-model.v1';
  static readonly kind = 'command';
  static readonly answer = ScoringModelFigures;

  @IsUUID() readonly modelId!: string;

  /** Who decided, where and when: `Portfolio board, 23 November`. */
  @IsString() @Length(1, 300) readonly decision!: string;
}
