import { IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { SlipRipple } from './slip-ripple.js';

/** What is hit when a task finishes later than planned. Nothing is changed. */
export class RippleOfSlip {
  static readonly subject = 'requests.projects.ripple-of-slip.v1';
  static readonly kind = 'query';
  static readonly answer = SlipRipple;

  @IsUUID() readonly projectId!: string;

  @IsUUID() readonly taskId!: string;

  /** Working days of the task's own calendar, days on the clock where its duration is elapsed; 5 when absent. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(1000)
  readonly days?: number;
}
