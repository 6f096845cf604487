import { IsBoolean, IsString, IsUUID, Length } from 'class-validator';
import { BudgetNodeVersion } from './budget-node-version.js';

/** A frozen budget takes no new orders, requisitions, requested cost or money; what is owed is still paid. */
export class FreezeBudget {
  static readonly subject = 'requests.budgeting.freeze-budget.v1';
  static readonly kind = 'command';
  static readonly answer = BudgetNodeVersion;

  @IsUUID() readonly nodeId!: string;

  @IsBoolean() readonly isFrozen!: boolean;

  @IsString() @Length(1, 300) readonly decision!: string;
}
