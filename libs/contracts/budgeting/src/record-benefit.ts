import { IsBoolean, IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';
import { BenefitFigures } from './benefit-figures.js';

/** Puts a benefit into the register, or changes what is expected of it: owner, measure, target. */
export class RecordBenefit {
  static readonly subject = 'requests.budgeting.record-benefit.v1';
  static readonly kind = 'command';
  static readonly answer = BenefitFigures;

  @IsUUID() readonly benefitId!: string;

  @IsUUID() readonly projectId!: string;

  @IsString() @Length(1, 200) readonly name!: string;

  /** Something that gets worse, and is accepted for the others' sake. */
  @IsOptional() @IsBoolean() readonly isDisbenefit?: boolean;

  /** Who answers for it and measures it, also after the project is closed. */
  @IsUUID() readonly ownerPersonId!: string;

  @IsString() @Length(1, 200) readonly ownerName!: string;

  /** What is measured and in which unit: `Days from order to invoice`. */
  @IsString() @Length(1, 200) readonly measure!: string;

  /** Before the project. */
  @Matches(/^-?\d{1,12}(\.\d{1,6})?$/) readonly baseline!: string;

  @Matches(/^-?\d{1,12}(\.\d{1,6})?$/) readonly target!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly targetOn!: string;
}
