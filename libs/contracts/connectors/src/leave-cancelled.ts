import { IsString, Length } from 'class-validator';

/** HR: an approved leave was cancelled. */
export class LeaveCancelled {
  static readonly subject = 'events.connectors.leave-cancelled.v1';
  static readonly aggregate = 'workerKey';

  @IsString() @Length(1, 120) readonly workerKey!: string;

  @IsString() @Length(1, 60) readonly employeeNumber!: string;

  @IsString() @Length(1, 120) readonly leaveKey!: string;
}
