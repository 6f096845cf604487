import { IsOptional, IsUUID } from 'class-validator';
import { BudgetExceptionList } from './budget-exception-list.js';

/** Exceptions of one project, or of all that the asker may see; the latest first. */
export class BudgetExceptions {
  static readonly subject = 'requests.budgeting.budget-exceptions.v1';
  static readonly kind = 'query';
  static readonly answer = BudgetExceptionList;

  @IsOptional() @IsUUID() readonly projectId?: string;
}
