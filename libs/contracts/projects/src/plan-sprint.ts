import { IsString, IsUUID, Length, Matches } from 'class-validator';
import { Recorded } from './recorded.js';

/** Plans a sprint, or plans it anew as long as it has not begun. Version 0 while it is new. */
export class PlanSprint {
  static readonly subject = 'requests.projects.plan-sprint.v1';
  static readonly kind = 'command';
  static readonly answer = Recorded;

  @IsUUID() readonly projectId!: string;

  @IsUUID() readonly sprintId!: string;

  @IsString() @Length(1, 500) readonly goal!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly startsOn!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly endsOn!: string;
}
