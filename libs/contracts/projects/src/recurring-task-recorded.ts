import { IsInt, IsString, IsUUID, Matches, Min } from 'class-validator';

/** What a recurring task came to. Days are `YYYY-MM-DD`. */
export class RecurringTaskRecorded {
  /** Of the summary. */
  @IsUUID() readonly id!: string;

  /** Of its pattern. */
  @IsInt() @Min(1) readonly version!: number;

  @IsInt() @Min(1) readonly planVersion!: number;

  @IsInt() @Min(1) readonly occurrences!: number;

  /** Occurrences that have begun and were left alone. */
  @IsInt() @Min(0) readonly kept!: number;

  @IsString() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly start!: string;

  @IsString() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly finish!: string;
}
