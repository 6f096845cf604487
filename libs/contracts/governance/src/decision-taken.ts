import { IsIn, IsString, IsUUID, Length, Matches } from 'class-validator';

/** A requested decision was taken. */
export class DecisionTaken {
  static readonly subject = 'events.governance.decision-taken.v1';
  static readonly aggregate = 'projectId';

  @IsUUID() readonly projectId!: string;

  @IsUUID() readonly decisionId!: string;

  @IsString() @Length(1, 300) readonly title!: string;

  @IsIn(['approved', 'rejected', 'deferred']) readonly outcome!: 'approved' | 'rejected' | 'deferred';

  @IsString() @Length(1, 2000) readonly reason!: string;

  @IsUUID() readonly decidedBy!: string;

  @IsString() @Length(1, 200) readonly decidedByName!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly decidedOn!: string;
}
