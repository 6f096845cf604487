import { IsString, Length, Matches } from 'class-validator';

/** HR: the last day of a person. */
export class WorkerLeft {
  static readonly subject = 'events.connectors.worker-left.v1';
  static readonly aggregate = 'workerKey';

  @IsString() @Length(1, 120) readonly workerKey!: string;

  @IsString() @Length(1, 60) readonly employeeNumber!: string;

  /** Last day of employment. */
  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly effectiveOn!: string;
}
