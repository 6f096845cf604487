import { IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Matches, Min } from 'class-validator';

/** What became of the corrective action of a variance; what worked closed it. */
export class VarianceFollowedUp {
  static readonly subject = 'events.budgeting.variance-followed-up.v1';
  static readonly aggregate = 'projectId';

  @IsUUID() readonly projectId!: string;

  @IsUUID() readonly varianceId!: string;

  @IsInt() @Min(1) readonly version!: number;

  @IsIn(['cost', 'finish']) readonly of!: 'cost' | 'finish';

  @IsIn(['goes-on', 'worked', 'did-not-work']) readonly outcome!: 'goes-on' | 'worked' | 'did-not-work';

  @IsString() @Length(1, 4000) readonly note!: string;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly dueOn?: string;

  @IsString() @Length(1, 300) readonly followedUpBy!: string;
}
