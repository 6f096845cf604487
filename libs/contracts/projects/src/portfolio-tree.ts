import { IsOptional, IsUUID } from 'class-validator';
import { TreeFigures } from './tree-figures.js';

/** Portfolios and programmes as they stand in each other; with a node, only what stands below it, and its own projects. */
export class PortfolioTree {
  static readonly subject = 'requests.projects.portfolio-tree.v1';
  static readonly kind = 'query';
  static readonly answer = TreeFigures;

  @IsOptional() @IsUUID() readonly nodeId?: string;
}
