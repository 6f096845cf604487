import { IsIn, IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';

export const LEFT_OUT_REASONS = ['gone', 'changed', 'started', 'held'] as const;
export type LeftOutReason = (typeof LEFT_OUT_REASONS)[number];

/** An agreed delay that the plan does not follow, and why. */
export class LeftOutDelay {
  @IsUUID() readonly taskId!: string;

  /** Absent when the task is not in the plan any more. */
  @IsOptional() @IsString() @Length(1, 500) readonly name?: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly startNotBefore!: string;

  @IsIn(LEFT_OUT_REASONS) readonly reason!: LeftOutReason;

  @IsString() @Length(1, 700) readonly sentence!: string;
}
