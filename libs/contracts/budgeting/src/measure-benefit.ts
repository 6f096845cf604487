import { IsString, IsUUID, Length, Matches } from 'class-validator';
import { BenefitFigures } from './benefit-figures.js';

/** What a benefit was measured to be on a day; a second measure of a day counts instead of the first, which stays on record. */
export class MeasureBenefit {
  static readonly subject = 'requests.budgeting.measure-benefit.v1';
  static readonly kind = 'command';
  static readonly answer = BenefitFigures;

  @IsUUID() readonly benefitId!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly on!: string;

  @Matches(/^-?\d{1,12}(\.\d{1,6})?$/) readonly value!: string;

  /** Where the number comes from. */
  @IsString() @Length(1, 500) readonly evidence!: string;
}
