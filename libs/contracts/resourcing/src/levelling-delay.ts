import { IsInt, IsUUID, Matches, Min } from 'class-validator';

/** A task that starts later than its links allow, because nobody is free for it before. */
export class LevellingDelay {
  @IsUUID() readonly taskId!: string;

  /** The task starts on this day at the earliest. */
  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly startNotBefore!: string;

  /** Working minutes (days of eight hours) by which it starts later than it was planned when the proposal was made. */
  @IsInt() @Min(1) readonly delayMinutes!: number;
}
