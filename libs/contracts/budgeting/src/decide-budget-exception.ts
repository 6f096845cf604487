import { IsBoolean, IsString, IsUUID, Length } from 'class-validator';
import { BudgetException } from './budget-exception.js';

/** Approves an exception, or rejects it: by somebody else than who asked for it. */
export class DecideBudgetException {
  static readonly subject = 'requests.budgeting.decide-budget-exception.v1';
  static readonly kind = 'command';
  static readonly answer = BudgetException;

  @IsUUID() readonly exceptionId!: string;

  @IsBoolean() readonly isApproved!: boolean;

  @IsString() @Length(1, 300) readonly decision!: string;
}
