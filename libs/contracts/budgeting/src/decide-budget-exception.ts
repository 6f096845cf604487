import { IsBoolean, IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';
import { BudgetException } from './budget-exception.js';

/** Approves an exception, or rejects it: by somebody else than who asked for it. */
export class DecideBudgetException {
  static readonly subject = 'requests.budgeting.decide-budget-exception.v1';
  static readonly kind = 'command';
  static readonly answer = BudgetException;

  @IsUUID() readonly exceptionId!: string;

  @IsBoolean() readonly isApproved!: boolean;

  @IsString() @Length(1, 300) readonly decision!: string;

  /** The last day on which it may be used; the one that was asked for when left out. */
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly validThrough?: string;
}
