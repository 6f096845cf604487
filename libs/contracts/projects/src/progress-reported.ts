import { IsInt, IsUUID, Matches, Max, Min } from 'class-validator';

/** The accepted report. */
export class ProgressReported {
  @IsUUID() readonly taskId!: string;

  @IsInt() @Min(1) readonly taskVersion!: number;

  @IsInt()
  @Min(0)
  @Max(100)
  readonly percentComplete!: number;

  /** Finish of the project after the network was computed again. */
  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly projectFinish!: string;
}
