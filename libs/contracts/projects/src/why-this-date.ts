import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { DateExplanation } from './date-explanation.js';

/** Why a task starts or finishes when it does: every cause, back to a date that was given. */
export class WhyThisDate {
  static readonly subject = 'requests.projects.why-this-date.v1';
  static readonly kind = 'query';
  static readonly answer = DateExplanation;

  @IsUUID() readonly projectId!: string;

  @IsUUID() readonly taskId!: string;

  /** The finish unless said otherwise. */
  @IsOptional() @IsIn(['start', 'finish']) readonly end?: 'start' | 'finish';
}
