import { IsOptional, IsString, IsUUID, Length, Matches, MaxLength } from 'class-validator';

/** A milestone was accepted; all its mandatory checks were passed or waived at that moment. */
export class MilestoneAccepted {
  static readonly subject = 'events.quality.milestone-accepted.v1';
  static readonly aggregate = 'projectId';

  @IsUUID() readonly projectId!: string;

  @IsUUID() readonly milestoneId!: string;

  @IsString() @Length(1, 500) readonly milestoneName!: string;

  @IsUUID() readonly acceptedBy!: string;

  @IsString() @Length(1, 200) readonly acceptedByName!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly acceptedOn!: string;

  @IsOptional()
  @IsString()
  @MaxLength(1000)
  readonly statement?: string;
}
