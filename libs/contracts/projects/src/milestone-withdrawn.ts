import { IsInt, IsString, IsUUID, Length, Min } from 'class-validator';

/** A milestone is no longer part of the adopted plan. */
export class MilestoneWithdrawn {
  static readonly subject = 'events.projects.milestone-withdrawn.v1';
  static readonly aggregate = 'projectId';

  @IsUUID() readonly projectId!: string;

  @IsUUID() readonly milestoneId!: string;

  @IsString() @Length(1, 500) readonly name!: string;

  @IsInt() @Min(1) readonly planVersion!: number;
}
