import { IsBoolean, IsISO8601, IsString, Length, Matches } from 'class-validator';

/** A measure of a benefit. */
export class BenefitMeasure {
  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly on!: string;

  @Matches(/^-?\d{1,12}(\.\d{1,6})?$/) readonly value!: string;

  @IsString() @Length(1, 500) readonly evidence!: string;

  @IsString() @Length(1, 200) readonly measuredBy!: string;

  @IsISO8601() readonly measuredAt!: string;

  /** A later measure of the same day counts instead. */
  @IsBoolean() readonly isReplaced!: boolean;
}
