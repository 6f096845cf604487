import { IsInt, IsNumber, IsString, IsUUID, Length, Matches, Min } from 'class-validator';

/** A budget was approved: the cost baseline of the project from now on. */
export class BudgetApproved {
  static readonly subject = 'events.budgeting.budget-approved.v1';
  static readonly aggregate = 'projectId';

  @IsUUID() readonly projectId!: string;

  @IsInt() @Min(1) readonly version!: number;

  @Matches(/^[A-Z]{3}$/) readonly currency!: string;

  @Matches(/^-?\d{1,18}$/) readonly budgetAtCompletionMinor!: string;

  @Matches(/^-?\d{1,18}$/) readonly contingencyMinor!: string;

  @IsNumber() readonly tolerancePercent!: number;

  @IsInt() @Min(0) readonly lines!: number;

  @IsString() @Length(1, 300) readonly decision!: string;

  @IsUUID() readonly approvedBy!: string;
}
