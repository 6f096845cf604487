import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Min,
  ValidateNested,
} from 'class-validator';
import { BenefitMeasure } from './benefit-measure.js';

/** A benefit as the register shows it. */
export class BenefitFigures {
  @IsUUID() readonly benefitId!: string;

  @IsInt() @Min(1) readonly version!: number;

  @IsUUID() readonly projectId!: string;

  @IsString() @Length(1, 200) readonly name!: string;

  @IsBoolean() readonly isDisbenefit!: boolean;

  @IsUUID() readonly ownerPersonId!: string;

  @IsString() @Length(1, 200) readonly ownerName!: string;

  @IsString() @Length(1, 200) readonly measure!: string;

  @Matches(/^-?\d{1,12}(\.\d{1,6})?$/) readonly baseline!: string;

  @Matches(/^-?\d{1,12}(\.\d{1,6})?$/) readonly target!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly targetOn!: string;

  /** `overdue`: the day of the target is past, and it was not reached. */
  @IsIn(['not-measured', 'on-the-way', 'reached', 'overdue'])
  readonly state!: 'not-measured' | 'on-the-way' | 'reached' | 'overdue';

  /** (latest − baseline) / (target − baseline), in per cent; absent before the first measure and where target = baseline. */
  @IsOptional() @Matches(/^-?\d{1,15}\.\d{2}$/) readonly attainmentPercent?: string;

  /** The latest first. */
  @ValidateNested({ each: true })
  @Type(() => BenefitMeasure)
  readonly measures!: readonly BenefitMeasure[];
}
