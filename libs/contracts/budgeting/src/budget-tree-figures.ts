import { Type } from 'class-transformer';
import { IsArray, ValidateNested } from 'class-validator';
import { BudgetTreeNode } from './budget-tree-node.js';

/** Nodes of the budget tree, each with all below it. */
export class BudgetTreeFigures {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => BudgetTreeNode)
  readonly nodes!: readonly BudgetTreeNode[];
}
