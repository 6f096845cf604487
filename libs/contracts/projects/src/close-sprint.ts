import { IsOptional, IsUUID, Matches } from 'class-validator';
import { Recorded } from './recorded.js';

/** Closes the running sprint: what is not done goes back to the backlog, in its place. */
export class CloseSprint {
  static readonly subject = 'requests.projects.close-sprint.v1';
  static readonly kind = 'command';
  static readonly answer = Recorded;

  @IsUUID() readonly projectId!: string;

  @IsUUID() readonly sprintId!: string;

  /** The day on which it was so; today when absent. */
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly on?: string;
}
