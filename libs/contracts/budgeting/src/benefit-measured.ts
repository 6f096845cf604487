import { IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Matches, Min } from 'class-validator';

/** A benefit was measured: how much of what was promised is there. */
export class BenefitMeasured {
  static readonly subject = 'events.budgeting.benefit-measured.v1';
  static readonly aggregate = 'projectId';

  @IsUUID() readonly projectId!: string;

  @IsUUID() readonly benefitId!: string;

  @IsInt() @Min(1) readonly version!: number;

  @IsString() @Length(1, 200) readonly name!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly on!: string;

  @Matches(/^-?\d{1,12}(\.\d{1,6})?$/) readonly value!: string;

  @Matches(/^-?\d{1,12}(\.\d{1,6})?$/) readonly target!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly targetOn!: string;

  @IsIn(['on-the-way', 'reached', 'overdue']) readonly state!: 'on-the-way' | 'reached' | 'overdue';

  @IsOptional() @Matches(/^-?\d{1,15}\.\d{2}$/) readonly attainmentPercent?: string;
}
