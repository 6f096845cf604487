import { IsInt, IsString, IsUUID, Length, Matches, Min } from 'class-validator';

/** What the open risks of a project come to; expected values in its currency. */
export class ProjectExposure {
  @IsUUID() readonly projectId!: string;

  @IsString() @Length(1, 60) readonly code!: string;

  @IsString() @Length(1, 300) readonly name!: string;

  @Matches(/^[A-Z]{3}$/) readonly currency!: string;

  @IsInt() @Min(1) readonly riskCount!: number;

  /** Of them in the high zone of the matrix. */
  @IsInt() @Min(0) readonly highCount!: number;

  @Matches(/^\d{1,20}$/) readonly exposureMinor!: string;

  /** What opportunities are expected to save. */
  @Matches(/^\d{1,20}$/) readonly opportunityMinor!: string;

  /** The exposure less what opportunities are expected to save. */
  @Matches(/^-?\d{1,20}$/) readonly netMinor!: string;
}
