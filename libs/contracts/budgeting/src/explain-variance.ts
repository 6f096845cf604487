import { IsString, IsUUID, Length, Matches } from 'class-validator';
import { VarianceRecord } from './variance-record.js';

/** The owner of a variance says what caused it, what it means, and what is done about it by when. */
export class ExplainVariance {
  static readonly subject = 'requests.budgeting.explain-variance.v1';
  static readonly kind = 'command';
  static readonly answer = VarianceRecord;

  @IsUUID() readonly varianceId!: string;

  @IsString() @Length(1, 4000) readonly cause!: string;

  @IsString() @Length(1, 4000) readonly impact!: string;

  /** The corrective action. */
  @IsString() @Length(1, 4000) readonly action!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly dueOn!: string;
}
