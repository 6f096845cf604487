import { IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';
import { BudgetException } from './budget-exception.js';

/** Asks for leave to go beyond a budget whose policy needs an exception. */
export class RequestBudgetException {
  static readonly subject = 'requests.budgeting.request-budget-exception.v1';
  static readonly kind = 'command';
  static readonly answer = BudgetException;

  @IsUUID() readonly projectId!: string;

  /** The control account or work package; the project itself when left out. */
  @IsOptional() @IsUUID() readonly nodeId?: string;

  /** By how much a posting may go beyond what is available, at most. */
  @Matches(/^\d{1,18}$/) readonly amountMinor!: string;

  @Matches(/^[A-Z]{3}$/) readonly currency!: string;

  @IsString() @Length(1, 1000) readonly reason!: string;

  /** The last day on which it may be decided and used; without one it stays until then. */
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly validThrough?: string;
}
