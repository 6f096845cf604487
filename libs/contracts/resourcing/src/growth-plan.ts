import { IsOptional, IsUUID } from 'class-validator';
import { GrowthPlanFigures } from './growth-plan-figures.js';

/** What somebody wants to learn, and how far it is: for the person and the line manager alone. */
export class GrowthPlan {
  static readonly subject = 'requests.resourcing.growth-plan.v1';
  static readonly kind = 'query';
  static readonly answer = GrowthPlanFigures;

  /** The caller unless told. */
  @IsOptional() @IsUUID() readonly personId?: string;
}
