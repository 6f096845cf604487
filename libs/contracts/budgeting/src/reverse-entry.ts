import { IsString, IsUUID, Length, Matches } from 'class-validator';
import { BudgetMovement } from './budget-movement.js';

/** Takes an entry of the ledger back by its mirror image: nothing is ever changed or deleted. */
export class ReverseEntry {
  static readonly subject = 'requests.budgeting.reverse-entry.v1';
  static readonly kind = 'command';
  static readonly answer = BudgetMovement;

  @IsUUID() readonly entryId!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly postedOn!: string;

  @IsString() @Length(1, 300) readonly decision!: string;
}
