import { IsArray, IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Matches, Min } from 'class-validator';

/** A project has a new version of its business case. What is undefined is absent. */
export class BusinessCaseRecorded {
  static readonly subject = 'events.budgeting.business-case-recorded.v1';
  static readonly aggregate = 'projectId';

  @IsUUID() readonly projectId!: string;

  @IsInt() @Min(1) readonly version!: number;

  @IsString() @Length(1, 300) readonly summary!: string;

  @Matches(/^[A-Z]{3}$/) readonly currency!: string;

  @Matches(/^-?\d{1,18}$/) readonly npvMinor!: string;

  @IsIn(['none', 'one', 'several']) readonly irrState!: 'none' | 'one' | 'several';

  @IsArray() @Matches(/^-?\d{1,12}\.\d{6}$/, { each: true }) readonly irrRates!: readonly string[];

  @IsOptional() @Matches(/^-?\d{1,12}\.\d{6}$/) readonly profitabilityIndex?: string;

  @IsOptional() @Matches(/^\d{1,4}\.\d{6}$/) readonly paybackPeriods?: string;
}
