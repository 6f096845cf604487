import { IsOptional, IsUUID, Matches } from 'class-validator';
import { Recorded } from './recorded.js';

/** Starts a planned sprint: what is committed to it by now is its commitment for good. */
export class StartSprint {
  static readonly subject = 'requests.projects.start-sprint.v1';
  static readonly kind = 'command';
  static readonly answer = Recorded;

  @IsUUID() readonly projectId!: string;

  @IsUUID() readonly sprintId!: string;

  /** The day on which it was so; today when absent. */
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly on?: string;
}
