import { IsUUID } from 'class-validator';
import { RecurringTaskList } from './recurring-task-list.js';

/** What repeats in the plan of a project, and what one needs to write another. */
export class ListRecurringTasks {
  static readonly subject = 'requests.projects.list-recurring-tasks.v1';
  static readonly kind = 'query';
  static readonly answer = RecurringTaskList;

  @IsUUID() readonly projectId!: string;
}
