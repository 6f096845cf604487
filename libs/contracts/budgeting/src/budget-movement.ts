import { Type } from 'class-transformer';
import { IsArray, IsUUID, ValidateNested } from 'class-validator';
import { BudgetBalance } from './budget-balance.js';

/** The entry that was posted, and where the budgets it touched stand now. */
export class BudgetMovement {
  @IsUUID() readonly entryId!: string;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => BudgetBalance)
  readonly balances!: readonly BudgetBalance[];
}
