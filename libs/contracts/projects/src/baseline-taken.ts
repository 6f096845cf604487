import { IsInt, IsOptional, IsString, IsUUID, Length, Matches, Min } from 'class-validator';

/** What is promised for a project was fixed anew. The tasks follow in TasksPlanned of a new version of the plan. */
export class BaselineTaken {
  static readonly subject = 'events.projects.baseline-taken.v1';
  static readonly aggregate = 'projectId';

  @IsUUID() readonly projectId!: string;

  @IsUUID() readonly baselineId!: string;

  @IsInt() @Min(1) readonly number!: number;

  @IsString() @Length(1, 200) readonly name!: string;

  /** Reference of the decision it rests on; the first one needs none. */
  @IsOptional() @IsString() @Length(1, 300) readonly decision?: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly effectiveOn!: string;

  @IsUUID() readonly takenBy!: string;

  @IsString() @Length(1, 300) readonly takenByName!: string;

  @IsInt() @Min(1) readonly planVersion!: number;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly start!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly finish!: string;

  @IsInt() @Min(0) readonly workMinutes!: number;

  @Matches(/^-?\d{1,18}$/) readonly budgetMinor!: string;

  @IsString() @Length(3, 3) readonly currency!: string;

  @IsInt() @Min(0) readonly taskCount!: number;
}
