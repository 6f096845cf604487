import { Type } from 'class-transformer';
import { IsArray, ValidateNested } from 'class-validator';
import { BudgetException } from './budget-exception.js';

/** Exceptions, the latest first; 200 at most. */
export class BudgetExceptionList {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => BudgetException)
  readonly exceptions!: readonly BudgetException[];
}
