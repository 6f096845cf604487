import { IsUUID } from 'class-validator';
import { MoneyFigures } from './money-figures.js';

/** Budget, cost and earned value of one project. */
export class ProjectMoney {
  static readonly subject = 'requests.budgeting.project-money.v1';
  static readonly kind = 'query';
  static readonly answer = MoneyFigures;

  @IsUUID() readonly projectId!: string;
}
