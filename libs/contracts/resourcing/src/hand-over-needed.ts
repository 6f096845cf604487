import { IsInt, IsOptional, IsString, IsUUID, Length, Matches, Min } from 'class-validator';

/** Somebody leaves and had or has something that another one must take over. */
export class HandOverNeeded {
  static readonly subject = 'events.resourcing.hand-over-needed.v1';
  static readonly aggregate = 'personId';

  @IsUUID() readonly personId!: string;

  @IsString() @Length(1, 200) readonly personName!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly lastDay!: string;

  /** Assignments that start afterwards: they wait for another person already. */
  @IsInt() @Min(0) readonly releasedAssignments!: number;

  /** Assignments that go on afterwards. */
  @IsInt() @Min(0) readonly runningAssignments!: number;

  /** Projects the person manages or sponsors. */
  @IsInt() @Min(0) readonly accountableFor!: number;

  /** People whose line manager the person is. */
  @IsInt() @Min(0) readonly peopleManaged!: number;

  /** Sheets handed in and bookings that wait for a decision of the person. */
  @IsOptional() @IsInt() @Min(0) readonly openApprovals?: number;
}
