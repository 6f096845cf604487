import { IsIn, IsInt, IsString, IsUUID, Length, Matches, Min } from 'class-validator';

/** A variance has a cause, an impact and a corrective action with the day it is due. */
export class VarianceExplained {
  static readonly subject = 'events.budgeting.variance-explained.v1';
  static readonly aggregate = 'projectId';

  @IsUUID() readonly projectId!: string;

  @IsUUID() readonly varianceId!: string;

  @IsInt() @Min(1) readonly version!: number;

  @IsIn(['cost', 'finish']) readonly of!: 'cost' | 'finish';

  @IsString() @Length(1, 4000) readonly cause!: string;

  @IsString() @Length(1, 4000) readonly impact!: string;

  @IsString() @Length(1, 4000) readonly action!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly dueOn!: string;

  @IsString() @Length(1, 300) readonly explainedBy!: string;
}
