import { IsUUID } from 'class-validator';
import { LabourCostFigures } from './labour-cost-figures.js';

/** What the approved time of a project cost: exactly for whoever may see rates, masked for all others. */
export class LabourCost {
  static readonly subject = 'requests.budgeting.labour-cost.v1';
  static readonly kind = 'query';
  static readonly answer = LabourCostFigures;

  @IsUUID() readonly projectId!: string;
}
