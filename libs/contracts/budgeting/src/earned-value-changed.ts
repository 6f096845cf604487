import { IsArray, IsInt, IsOptional, IsString, IsUUID, Length, Matches, Min } from 'class-validator';

/** Earned value of the project was computed again. Indices are absent where they are undefined, never 1. */
export class EarnedValueChanged {
  static readonly subject = 'events.budgeting.earned-value-changed.v1';
  static readonly aggregate = 'projectId';

  @IsUUID() readonly projectId!: string;

  @IsInt() @Min(1) readonly version!: number;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly statusDate!: string;

  @Matches(/^[A-Z]{3}$/) readonly currency!: string;

  @Matches(/^-?\d{1,18}$/) readonly bacMinor!: string;

  @Matches(/^-?\d{1,18}$/) readonly pvMinor!: string;

  @Matches(/^-?\d{1,18}$/) readonly evMinor!: string;

  @Matches(/^-?\d{1,18}$/) readonly acMinor!: string;

  @Matches(/^-?\d{1,18}$/) readonly committedMinor!: string;

  @Matches(/^-?\d{1,18}$/) readonly cvMinor!: string;

  @Matches(/^-?\d{1,18}$/) readonly svMinor!: string;

  @IsOptional() @Matches(/^-?\d{1,15}(\.\d{1,6})?$/) readonly cpi?: string;

  @IsOptional() @Matches(/^-?\d{1,15}(\.\d{1,6})?$/) readonly spi?: string;

  @IsOptional() @Matches(/^-?\d{1,18}$/) readonly eacMinor?: string;

  @IsOptional() @Matches(/^-?\d{1,18}$/) readonly etcMinor?: string;

  @IsOptional() @Matches(/^-?\d{1,18}$/) readonly vacMinor?: string;

  @IsOptional() @Matches(/^-?\d{1,15}(\.\d{1,6})?$/) readonly tcpi?: string;

  /** Schedule performance from earned schedule. */
  @IsOptional() @Matches(/^-?\d{1,15}(\.\d{1,6})?$/) readonly spiT?: string;

  @Matches(/^-?\d{1,15}(\.\d{1,6})?$/) readonly percentComplete!: string;

  @IsArray()
  @IsString({ each: true })
  @Length(1, 100, { each: true })
  readonly flags!: readonly string[];
}
