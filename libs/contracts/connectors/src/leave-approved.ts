import { IsString, Length, Matches } from 'class-validator';

/** HR: leave of a person was approved. */
export class LeaveApproved {
  static readonly subject = 'events.connectors.leave-approved.v1';
  static readonly aggregate = 'workerKey';

  @IsString() @Length(1, 120) readonly workerKey!: string;

  @IsString() @Length(1, 60) readonly employeeNumber!: string;

  @IsString() @Length(1, 120) readonly leaveKey!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly from!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly to!: string;
}
