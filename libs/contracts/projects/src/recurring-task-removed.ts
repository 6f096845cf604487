import { IsInt, IsUUID, Min } from 'class-validator';

/** What left the plan with a recurring task. */
export class RecurringTaskRemoved {
  @IsUUID() readonly taskId!: string;

  @IsInt() @Min(1) readonly planVersion!: number;

  @IsInt() @Min(0) readonly removed!: number;

  /** Occurrences that have begun and stay. */
  @IsInt() @Min(0) readonly kept!: number;
}
