import { IsInt, Matches, Min } from 'class-validator';
import { SprintPlan } from './sprint-plan.js';

/** What was committed to when a sprint began. */
export class SprintCommitment extends SprintPlan {
  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly startedOn!: string;

  /** Of the items that are estimated. */
  @IsInt() @Min(0) readonly committedPoints!: number;

  @IsInt() @Min(1) readonly committedItems!: number;
}
