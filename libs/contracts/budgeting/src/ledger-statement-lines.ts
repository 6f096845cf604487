import { Type } from 'class-transformer';
import { IsArray, IsIn, IsOptional, IsUUID, Matches, ValidateNested } from 'class-validator';
import { BudgetBalance } from './budget-balance.js';
import { LedgerLine } from './ledger-line.js';

/** The statement of a budget or fund: a balance for each fiscal period, and entries, the latest first. */
export class LedgerStatementLines {
  @IsUUID() readonly nodeId!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly asOf!: string;

  /** The reader may not see rates: balances and entries are without the cost of labour. */
  @IsOptional() @IsIn(['left-out']) readonly labour?: 'left-out';

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => BudgetBalance)
  readonly balances!: readonly BudgetBalance[];

  @Matches(/^-?\d{1,18}$/) readonly contingencyMinor!: string;

  @Matches(/^-?\d{1,18}$/) readonly managementReserveMinor!: string;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => LedgerLine)
  readonly lines!: readonly LedgerLine[];
}
