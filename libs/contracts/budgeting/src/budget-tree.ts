import { IsOptional, IsUUID, Matches } from 'class-validator';
import { BudgetTreeFigures } from './budget-tree-figures.js';

/** The budget tree below a node: what was allocated top down beside what is planned bottom up. */
export class BudgetTree {
  static readonly subject = 'requests.budgeting.budget-tree.v1';
  static readonly kind = 'query';
  static readonly answer = BudgetTreeFigures;

  /** All nodes when left out. */
  @IsOptional() @IsUUID() readonly nodeId?: string;

  /** Balances at the end of this day; today's when left out. */
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly asOf?: string;
}
