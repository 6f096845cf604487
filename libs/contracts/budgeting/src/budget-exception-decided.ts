import { IsIn, IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';

/** Leave to go beyond a budget was granted, for one posting, or refused. */
export class BudgetExceptionDecided {
  static readonly subject = 'events.budgeting.budget-exception-decided.v1';
  static readonly aggregate = 'projectId';

  @IsUUID() readonly projectId!: string;

  @IsUUID() readonly exceptionId!: string;

  @IsIn(['granted', 'refused']) readonly outcome!: 'granted' | 'refused';

  @Matches(/^\d{1,18}$/) readonly amountMinor!: string;

  @Matches(/^[A-Z]{3}$/) readonly currency!: string;

  @IsString() @Length(1, 300) readonly decision!: string;

  @IsString() @Length(1, 200) readonly decidedBy!: string;

  /** The last day on which it may be used. */
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly validThrough?: string;
}
