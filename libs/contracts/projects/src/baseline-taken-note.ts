import { IsInt, IsUUID, Min } from 'class-validator';

/** The baseline that was taken. */
export class BaselineTakenNote {
  @IsUUID() readonly baselineId!: string;

  /** Counted up within the project. */
  @IsInt() @Min(1) readonly number!: number;

  /** Tasks that keep the earlier baseline, because they were due by the day it counts from. */
  @IsInt() @Min(0) readonly keptTasks!: number;
}
