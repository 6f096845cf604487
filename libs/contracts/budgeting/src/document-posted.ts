import { Type } from 'class-transformer';
import { IsOptional, IsString, IsUUID, MaxLength, ValidateNested } from 'class-validator';
import { BudgetBalance } from './budget-balance.js';

/** The entry of a document, and where its budget stands now. */
export class DocumentPosted {
  @IsUUID() readonly entryId!: string;

  @ValidateNested()
  @Type(() => BudgetBalance)
  readonly balance!: BudgetBalance;

  /** What was let through although it goes beyond. */
  @IsOptional()
  @IsString()
  @MaxLength(500)
  readonly warning?: string;
}
