import { IsUUID } from 'class-validator';
import { Recorded } from './recorded.js';

/** Books a person on a planned assignment, instead of whom the plan named. */
export class FillAssignment {
  static readonly subject = 'requests.resourcing.fill-assignment.v1';
  static readonly kind = 'command';
  static readonly answer = Recorded;

  @IsUUID() readonly projectId!: string;

  @IsUUID() readonly assignmentId!: string;

  @IsUUID() readonly personId!: string;
}
