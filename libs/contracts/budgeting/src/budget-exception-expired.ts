import { IsBoolean, IsUUID, Matches } from 'class-validator';

/** The last day of an exception is over, and nobody decided on it or used it. */
export class BudgetExceptionExpired {
  static readonly subject = 'events.budgeting.budget-exception-expired.v1';
  static readonly aggregate = 'projectId';

  @IsUUID() readonly projectId!: string;

  @IsUUID() readonly exceptionId!: string;

  /** It was granted and not used; otherwise nobody decided on it. */
  @IsBoolean() readonly wasGranted!: boolean;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly validThrough!: string;
}
