import { IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';
import { CostPostedAnswer } from './cost-posted-answer.js';

/** Posts actual cost by hand. */
export class PostActualCost {
  static readonly subject = 'requests.budgeting.post-actual-cost.v1';
  static readonly kind = 'command';
  static readonly answer = CostPostedAnswer;

  @IsUUID() readonly projectId!: string;

  @Matches(/^-?\d{1,18}$/) readonly amountMinor!: string;

  @Matches(/^[A-Z]{3}$/) readonly currency!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly postedOn!: string;

  @IsString() @Length(1, 200) readonly reference!: string;

  @IsOptional() @IsUUID() readonly taskId?: string;
}
