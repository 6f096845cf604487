import { IsISO8601, IsInt, IsOptional, IsString, Length, Matches, Min } from 'class-validator';

/** What an hour costs from a day on, until a later day of the same rate begins; of two for a day the later version. */
export class LabourRateVersion {
  @IsInt() @Min(1) readonly version!: number;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly validFrom!: string;

  /** Last day, where one was recorded. */
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly validThrough?: string;

  /** Absent: the rate ends here. */
  @IsOptional() @Matches(/^\d{1,18}$/) readonly perHourMinor?: string;

  @Matches(/^[A-Z]{3}$/) readonly currency!: string;

  @IsString() @Length(1, 300) readonly decision!: string;

  @IsISO8601() readonly recordedAt!: string;

  @IsString() @Length(1, 200) readonly recordedBy!: string;
}
