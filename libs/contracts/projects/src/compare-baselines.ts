import { IsOptional, IsUUID } from 'class-validator';
import { BaselineComparison } from './baseline-comparison.js';

/** What is other in one baseline than in another: dates, work, cost, scope and logic. */
export class CompareBaselines {
  static readonly subject = 'requests.projects.compare-baselines.v1';
  static readonly kind = 'query';
  static readonly answer = BaselineComparison;

  @IsUUID() readonly projectId!: string;

  @IsUUID() readonly from!: string;

  /** The plan as it stands now when absent. */
  @IsOptional() @IsUUID() readonly to?: string;
}
