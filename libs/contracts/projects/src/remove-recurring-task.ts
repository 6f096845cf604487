import { IsOptional, IsString, IsUUID, Length } from 'class-validator';
import { RecurringTaskRemoved } from './recurring-task-removed.js';

/**
 * A task repeats no more: its occurrences leave the plan. Those that have begun stay below the summary, which then is one like
 * any other. The version is that of the pattern, 0 when there is none.
 */
export class RemoveRecurringTask {
  static readonly subject = 'requests.projects.remove-recurring-task.v1';
  static readonly kind = 'command';
  static readonly answer = RecurringTaskRemoved;

  @IsUUID() readonly projectId!: string;

  @IsUUID() readonly taskId!: string;

  @IsOptional() @IsString() @Length(1, 200) readonly reason?: string;
}
