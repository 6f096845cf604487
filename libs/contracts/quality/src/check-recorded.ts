import {
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  MaxLength,
  Min,
} from 'class-validator';

/** A quality check of a milestone was created or decided. */
export class CheckRecorded {
  static readonly subject = 'events.quality.check-recorded.v1';
  static readonly aggregate = 'projectId';

  @IsUUID() readonly projectId!: string;

  @IsUUID() readonly milestoneId!: string;

  @IsUUID() readonly checkId!: string;

  @IsInt() @Min(1) readonly version!: number;

  @IsString() @Length(1, 300) readonly title!: string;

  @IsBoolean() readonly isMandatory!: boolean;

  @IsIn(['open', 'passed', 'failed', 'waived'])
  readonly state!: 'open' | 'passed' | 'failed' | 'waived';

  @IsOptional()
  @IsString()
  @MaxLength(2000)
  readonly evidence?: string;

  @IsOptional() @IsUUID() readonly decidedBy?: string;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly decidedOn?: string;
}
