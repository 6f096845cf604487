import { IsInt, IsString, IsUUID, Length, Matches, Min } from 'class-validator';

/** What was planned of a sprint. */
export class SprintPlan {
  @IsUUID() readonly projectId!: string;

  @IsUUID() readonly sprintId!: string;

  @IsInt() @Min(1) readonly number!: number;

  @IsInt() @Min(1) readonly version!: number;

  @IsString() @Length(1, 500) readonly goal!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly startsOn!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly endsOn!: string;
}
