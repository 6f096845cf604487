import { IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';

/** Somebody asked for leave to go beyond a budget; a sponsor or the PMO decides. */
export class BudgetExceptionRequested {
  static readonly subject = 'events.budgeting.budget-exception-requested.v1';
  static readonly aggregate = 'projectId';

  @IsUUID() readonly projectId!: string;

  @IsUUID() readonly exceptionId!: string;

  /** The project itself, or its control account or work package. */
  @IsUUID() readonly nodeId!: string;

  /** By how much one posting may go beyond what is available, at most. */
  @Matches(/^\d{1,18}$/) readonly amountMinor!: string;

  @Matches(/^[A-Z]{3}$/) readonly currency!: string;

  @IsString() @Length(1, 1000) readonly reason!: string;

  @IsString() @Length(1, 200) readonly askedBy!: string;

  /** The last day on which it may be decided and used. */
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly validThrough?: string;
}
